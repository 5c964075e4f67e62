package dev.mdb.cli

import io.kotest.core.spec.style.FunSpec
import io.kotest.engine.spec.tempdir
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldContain

class HistoryFormatsTest :
    FunSpec({
        fun folder(terminal: Boolean = false) =
            CommandLineFolder.branches(tempdir().toPath(), terminal = terminal, environment = mapOf("NO_COLOR" to "1"))

        test("the graph is drawn on a terminal, or when asked for") {
            val drawing =
                """
                * a3 (LINE) (head), about a3
                * a2 (LINE), about a2
                | * b2 (SIDE) (head), about b2
                | * b1 (SIDE) <- a1, about b1
                | * x2 (LINE, EXTRA) (head), about x2
                |/
                * a1 (LINE, EXTRA) (branchpoint), about a1

                """.trimIndent()
            folder().run("history", "--format", "graph").out shouldBe drawing
            folder(terminal = true).run("history").out shouldBe drawing
            folder(terminal = true).run("history", "--format", "text").out shouldContain "a2 -> a3"
        }

        /**
         * ```
         * r <- p <- q        m has the parents q, s and t; s and t stand on r
         * ```
         */
        test("merges fork downwards and join again, also over other lines") {
            val folder =
                CommandLineFolder(tempdir().toPath())
                    .config("[resources.main]\nurl = 'sqlite:x'")
                    .script("r")
                    .script("p", "down(\"r\")")
                    .script("q", "down(\"p\")")
                    .script("s", "down(\"r\")")
                    .script("t", "down(\"r\")")
                    .script("m", "down(\"q\", \"s\", \"t\")")
            folder.run("history", "--format", "graph").out shouldBe
                """
                * m (head) (mergepoint), about m
                |\
                | |\
                * | | q, about q
                * | | p, about p
                | * | s, about s
                |/ /
                | * t, about t
                |/
                * r (branchpoint), about r

                """.trimIndent()
        }

        test("mermaid") {
            folder().run("history", "-r", "a1:SIDE", "--format", "mermaid").out shouldBe
                """
                flowchart BT
                  b1["b1 (SIDE)<br>about b1"]
                  a1["a1 (LINE)<br>about a1"]
                  a1 -.-> b1

                """.trimIndent()
        }

        test("dot") {
            folder().run("history", "-r", ":a2", "--format", "dot").out shouldBe
                """
                digraph revisions {
                  rankdir=BT; node [shape=box];
                  "a2" [label="a2\nabout a2"];
                  "a1" [label="a1 (LINE)\nabout a1"];
                  "a1" -> "a2";
                }

                """.trimIndent()
        }

        test("json") {
            folder().run("history", "--format", "json").list("revisions").size shouldBe 6
        }

        test("an unknown format names the nearest") {
            val outcome = folder().run("history", "--format", "mermiad")
            outcome.status shouldBe 2
            outcome.error shouldContain "did you mean 'mermaid'?"
        }
    })
