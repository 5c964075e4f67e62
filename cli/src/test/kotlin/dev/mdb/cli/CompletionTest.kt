package dev.mdb.cli

import io.kotest.core.spec.style.FunSpec
import io.kotest.engine.spec.tempdir
import io.kotest.matchers.collections.shouldContain
import io.kotest.matchers.collections.shouldContainAll
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldContain
import java.nio.file.Path
import kotlin.io.path.writeText

/** The scripts in the shells themselves, as far as a machine has them: bash is asked everywhere. */
class CompletionTest :
    FunSpec({
        class Place {
            val path: Path = tempdir().toPath()
            val folder = CommandLineFolder(path)

            /** What a shell prints when it runs this with the script sourced. */
            fun shell(name: String, text: String): List<String> {
                path.resolve("completion").writeText(folder.run("completion", name).out)
                val process = ProcessBuilder(name, "-c", ". ./completion\n$text").directory(path.toFile()).redirectErrorStream(true).start()
                process.outputStream.close()
                val lines = process.inputStream.bufferedReader().readLines()
                process.waitFor()
                return lines.map { it.trim() }.filter { it.isNotEmpty() }
            }

            /** As readline asks for the last of these words. */
            fun bash(vararg words: String): List<String> {
                val array = words.joinToString(" ") { "'$it'" }
                val lines =
                    shell("bash", "COMP_WORDS=($array); COMP_CWORD=${words.size - 1}; _complete_mdb; printf '%s\\n' \"\${COMPREPLY[@]}\"")
                // compopt has no line editor to talk to here.
                return lines.filterNot { "compopt" in it }
            }

            fun fish(line: String) = shell("fish", "complete -C '$line'").map { it.substringBefore('\t') }
        }

        fun installed(shell: String) =
            System.getenv("PATH").split(":").any { Path.of(it, shell).toFile().canExecute() }

        test("bash completes commands and options") {
            val place = Place()
            place.bash("mdb", "upg") shouldBe listOf("upgrade")
            place.bash("mdb", "upgrade", "--s") shouldBe listOf("--sql")
            place.bash("mdb", "") shouldContainAll CommandName.texts()
            place.bash("mdb", "completion", "f") shouldBe listOf("fish")
        }

        test("bash completes names of resources from the nearest configuration, and files") {
            val place = Place()
            place.bash("mdb", "-n", "").isEmpty() shouldBe true
            place.folder.config("[resources.shop]\nurl = \"sqlite:shop.db\"\n[resources.office]\n broken")
            place.bash("mdb", "-n", "") shouldBe listOf("shop", "office")
            place.bash("mdb", "upgrade", "--name", "of") shouldBe listOf("office")
            place.bash("mdb", "-c", "mdb") shouldBe listOf("mdb.toml")
        }

        test("the scripts for zsh and fish are whole") {
            val place = Place()
            place.folder.run("completion", "zsh").out shouldContain "bashcompinit"
            val fish = place.folder.run("completion", "fish").out
            fish shouldContain "complete -c mdb -n '__fish_use_subcommand' -a upgrade -d 'Apply "
            fish shouldContain "complete -c mdb -n '__fish_seen_subcommand_from upgrade' -l sql -d '"
            fish shouldContain "-s c -l config -r -F -d '"
        }

        if (installed("fish")) {
            test("fish completes commands, options, resources and files") {
                val place = Place()
                place.folder.config("[resources.shop]\nurl = \"sqlite:shop.db\"\n[resources.office]\n broken")
                place.fish("mdb upg") shouldBe listOf("upgrade")
                place.fish("mdb upgrade --s") shouldBe listOf("--sql")
                place.fish("mdb -n ") shouldBe listOf("office", "shop")
                place.fish("mdb -c md") shouldContain "mdb.toml"
                place.fish("mdb completion z") shouldBe listOf("zsh")
            }
        }

        if (installed("zsh")) {
            test("zsh reads the script, and knows a function for mdb") {
                val place = Place()
                place.shell("zsh", "print -r -- \${_comps[mdb]}").last() shouldContain "_complete_mdb"
            }
        }

        test("another shell is refused with those there are") {
            val refused = CommandLineFolder(tempdir().toPath()).run("completion", "cmd")
            refused.status shouldBe 2
            refused.error shouldBe "error: there is no completion for 'cmd'\n  help: bash, zsh or fish\n"
        }
    })
