package dev.mdb.cli

import dev.mdb.project.ScriptCompiler
import io.kotest.core.spec.style.FunSpec
import io.kotest.engine.spec.tempdir
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldContain
import io.kotest.matchers.string.shouldNotContain
import java.nio.file.Path
import kotlin.io.path.createDirectories
import kotlin.io.path.exists
import kotlin.io.path.readText
import kotlin.io.path.writeText

class ModelsCommandTest :
    FunSpec({
        val resource = "[resources.main]\nurl = 'sqlite:main.db'\n"

        fun folder(settings: String = ""): Pair<CommandLineFolder, Path> {
            val path = tempdir().toPath().toRealPath()
            org.sqlite.JDBC.createConnection("jdbc:sqlite:$path/main.db", java.util.Properties()).use { connection ->
                for (sql in tables) connection.createStatement().use { it.execute(sql) }
            }
            return CommandLineFolder(path, ScriptCompiler.embedded()).config(resource + settings) to path
        }

        test("the tables of a database are written as models, and what to do next is said") {
            val (mdb, path) = folder()
            val outcome = mdb.run("models")
            outcome.status shouldBe 0
            outcome.out shouldBe "created models/Models.kt (3 tables)\n"
            outcome.error shouldContain "not in the models: view authors\n"
            outcome.error shouldContain "add to [resources.main]: models = [\"models\"]\n"
            outcome.error shouldContain "next: mdb stamp head"
            path.resolve("models/Models.kt").readText() shouldBe
                checkNotNull(ModelsCommandTest::class.java.getResource("/models/library.kt")).readText()
        }

        test("a file that is there stays, unless --force is given") {
            val (mdb, path) = folder("models = ['tables', 'com.acme']\n")
            path
                .resolve("tables")
                .createDirectories()
                .resolve("Models.kt")
                .writeText("mine")
            val refused = mdb.run("models")
            refused.status shouldBe 2
            refused.error shouldContain "tables/Models.kt exists already"
            refused.error shouldContain "--force"
            path.resolve("tables/Models.kt").readText() shouldBe "mine"
            val forced = mdb.run("models", "--force")
            forced.status shouldBe 0
            forced.error shouldNotContain "add to"
            path.resolve("tables/Models.kt").readText() shouldContain "object Book"
        }

        test("--stdout writes no file; patterns choose tables") {
            val (mdb, path) = folder()
            val all = mdb.run("models", "--stdout", "--package", "com.acme.shop")
            all.out shouldContain "package com.acme.shop\n"
            all.error shouldNotContain "next:"
            mdb.run("models", "--stdout", "--exclude", "book*").out shouldNotContain "object Book"
            val some = mdb.run("models", "--stdout", "--include", "book*", "--exclude", "*_tag")
            some.out shouldContain "object Book "
            some.out shouldNotContain "object Author"
            some.out shouldNotContain "object BookTag"
            some.out shouldContain "references = \"author\""
            path.resolve("models").exists() shouldBe false
        }

        test("--out names a folder or a file") {
            val (mdb, path) = folder()
            mdb.run("models", "--out", "src/tables").out shouldContain "src/tables/Models.kt"
            val outcome = mdb.run("models", "--out", "shop/Library.kt")
            outcome.error shouldContain "models = [\"shop/Library.kt\"]"
            path.resolve("shop/Library.kt").exists() shouldBe true
        }

        test("as JSON") {
            val (mdb, _) = folder()
            mdb.run("models", "--json").out shouldContain "\"tables\" : [ \"author\", \"book\", \"book_tag\" ]"
            mdb.run("models", "--stdout", "--json").out shouldContain "\"text\" : \"import dev.mdb.dsl.*"
        }

        test("what cannot be is refused, and nothing is written") {
            val (mdb, path) = folder()
            mdb.run("models", "--include", "nothing").let {
                it.status shouldBe 2
                it.error shouldContain "the database holds no table of these names"
            }
            mdb.run("models", "--package", "1shop").status shouldBe 2
            mdb.run("models", "--stdout", "--out", "x").status shouldBe 2
            path.resolve("models").exists() shouldBe false
        }
    })

private val tables =
    listOf(
        "CREATE TABLE author (id INTEGER PRIMARY KEY AUTOINCREMENT, " +
            "name VARCHAR(50) NOT NULL DEFAULT 'it''s \$1', boss INTEGER REFERENCES author (id))",
        "CREATE TABLE book (id INTEGER NOT NULL PRIMARY KEY, author_id INTEGER NOT NULL, title TEXT NOT NULL, " +
            "\"in print\" BOOLEAN DEFAULT 1, " +
            "CONSTRAINT fk_book_author_id__id FOREIGN KEY (author_id) REFERENCES author (id) ON DELETE CASCADE, " +
            "CONSTRAINT titled CHECK (length(title) > 0))",
        "CREATE INDEX book_title ON book (title)",
        "CREATE UNIQUE INDEX book_lower ON book (lower(title)) WHERE \"in print\"",
        "CREATE TABLE book_tag (book_id INTEGER NOT NULL, tag TEXT NOT NULL COLLATE NOCASE, PRIMARY KEY (book_id, tag))",
        "CREATE VIEW authors AS SELECT name FROM author",
    )
