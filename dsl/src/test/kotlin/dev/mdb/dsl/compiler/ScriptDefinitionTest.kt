package dev.mdb.dsl.compiler

import dev.mdb.error.MdbException
import dev.mdb.graph.Dependency
import dev.mdb.graph.Downgrade
import dev.mdb.operation.BlockContext
import dev.mdb.operation.Operation
import dev.mdb.operation.Row
import dev.mdb.operation.SqlOperation
import dev.mdb.operation.TransactionMode
import dev.mdb.project.RevisionDefinition
import dev.mdb.schema.Dialect
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.collections.shouldBeEmpty
import io.kotest.matchers.collections.shouldContainExactly
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldContain
import io.kotest.matchers.string.shouldStartWith
import java.nio.file.Path
import java.util.Optional

class ScriptDefinitionTest :
    FunSpec({
        test("a script becomes a header and two blocks, which run on whatever context they are given") {
            withScripts {
                script(
                    "a",
                    """
                    revision {
                        id = "a" + ""
                        message = "Create"
                        down("p")
                        dependsOn("x", "y", optional = true, on = "other")
                        dependsOn("z")
                        branch("LABEL")
                        replaces("old")
                        upgrade { execute("create table t (a int)"); if (args["MORE"] == "yes") execute("insert into t values (1)") }
                        downgrade { execute("drop table t") }
                    }
                    """.trimIndent(),
                )
                val definition = open().define("a")
                val header = definition.header()
                header.message() shouldBe "Create"
                header.parents() shouldContainExactly listOf("p")
                header.dependencies() shouldContainExactly
                    listOf(
                        Dependency("x", true, Optional.of("other")),
                        Dependency("y", true, Optional.of("other")),
                        Dependency.on("z"),
                    )
                header.labels() shouldContainExactly listOf("LABEL")
                header.replaces() shouldContainExactly listOf("old")
                header.downgrade() shouldBe Downgrade.Present()
                header.source().toString() shouldBe "versions/a.migration.kts:1:1"
                definition.transaction() shouldBe TransactionMode.PER_REVISION
                definition.upgradeStatements() shouldContainExactly listOf("create table t (a int)")
                definition.upgradeStatements("MORE" to "yes").size shouldBe 2
            }
        }

        test("the transaction mode goes before Exposed's class of the same name, in every form of script") {
            withScripts {
                script("plain", "revision { id = \"plain\"; transaction = Transaction.NONE }")
                script("other", "val mode = Transaction.NONE\nrevision { id = \"other\"; transaction = mode }")
                script("type", "fun mode(): Transaction = Transaction.PER_REVISION\nrevision { id = \"type\"; transaction = mode() }")
                val index = open()
                index.problems().shouldBeEmpty()
                index.define("plain").transaction() shouldBe TransactionMode.NONE
                index.define("other").transaction() shouldBe TransactionMode.NONE
                index.define("type").transaction() shouldBe TransactionMode.PER_REVISION
            }
        }

        test("Exposed's tables and columns need no import") {
            withScripts {
                script(
                    "a",
                    """
                    object Items : Table("item") {
                        val number = integer("number").autoIncrement()
                        val name = varchar("name", 50)
                        override val primaryKey = PrimaryKey(number)
                    }
                    revision {
                        id = "a"
                        upgrade { createTable(Items) }
                    }
                    """.trimIndent(),
                )
                val index = open()
                index.problems().shouldBeEmpty()
                index.define("a").upgradeStatements().size shouldBe 1
            }
        }

        test("the words of operations need no import, and an operation that has no inverse is found at its line") {
            withScripts {
                script(
                    "a",
                    """
                    revision {
                        id = "a"
                        reversible {
                            createTable("item") {
                                primaryKey(integer("id").identity())
                                integer("owner_id").nullable().references("owner", "id", deferrable = Deferral.INITIALLY_DEFERRED)
                                sqlType("place", "text").nullable().defaultSql("'x'")
                                index("place")
                                check("id_positive", "id > 0")
                            }
                            alterSequence("s", increment = 2, was = Sequence("s", incrementBy = 1))
                            alterColumn("item", "place", nullable = false, was = ColumnPart(nullable = true))
                            foreignKey("item", "owner_id", references = "owner", onDelete = ReferenceOption.CASCADE)
                            createEnum(PgEnum("mood", "sad", "ok"))
                            addEnumValue("mood", "fine")
                        }
                    }
                    """.trimIndent(),
                )
                val index = open()
                index.problems().shouldBeEmpty()
                val failure = shouldThrow<MdbException> { index.define("a").upgradeStatements() }
                failure.message.orEmpty() shouldContain "'add value fine to enum mood' has no inverse"
                index.locate(failure, index.entry("a").get()).get().toString() shouldStartWith "versions/a.migration.kts:15:"
            }
        }

        test("declarations of the same name in two scripts do not see each other") {
            withScripts {
                for (name in listOf("a", "b")) {
                    script(
                        name,
                        "class Thing { val name = \"$name\" }\nfun idOfThis() = Thing().name\nval shared = idOfThis()\n" +
                            "revision {\n    id = shared\n    upgrade { execute(idOfThis()) }\n}",
                    )
                }
                val index = open()
                index.problems().shouldBeEmpty()
                index.define("a").upgradeStatements() shouldContainExactly listOf("a")
                index.define("b").upgradeStatements() shouldContainExactly listOf("b")
                compiler.asked.size shouldBe 1
            }
        }

        test("helpers in lib are seen without import, with a package of their own or none") {
            withScripts {
                file("versions/lib/names.kt", "fun tableName() = \"helped\"\nobject Names { const val ID = \"a\" }")
                file(
                    "versions/lib/deep/own.kt",
                    "package com.acme\n\nfun greeting() = \"hello \" + dev.mdb.schema.Dialect.SQLITE.title()",
                )
                script("a", "revision {\n    id = Names.ID\n    upgrade { execute(tableName() + greeting()) }\n}")
                val index = open()
                index.problems().shouldBeEmpty()
                index.define("a").upgradeStatements() shouldContainExactly listOf("helpedhello SQLite")
                open().define("a").upgradeStatements() shouldContainExactly listOf("helpedhello SQLite")
                compiler.asked.size shouldBe 1
            }
        }

        test("helpers of one location are not seen in another, even under the same name") {
            withScripts {
                for (location in listOf("one", "two")) {
                    file("$location/lib/names.kt", "package same\nfun name() = \"$location\"")
                    file("$location/a.migration.kts", "revision {\n    id = name()\n    upgrade { execute(name()) }\n}")
                }
                val index = open("one", "two")
                index.problems().shouldBeEmpty()
                index.define("one").upgradeStatements() shouldContainExactly listOf("one")
                index.define("two").upgradeStatements() shouldContainExactly listOf("two")
                compiler.asked.size shouldBe 1
            }
        }

        test("classes of the user's own class path are seen") {
            withScripts {
                // The tests' own classes stand for the user's jar.
                val own =
                    Path.of(
                        ScriptProject::class.java.protectionDomain.codeSource.location
                            .toURI(),
                    )
                options = options.classPath(listOf(own))
                script("a", "revision { id = dev.mdb.dsl.compiler.USERS_CONSTANT.lowercase() }")
                val index = open()
                index.problems().shouldBeEmpty()
                index
                    .define("from the user")
                    .header()
                    .source()
                    .line() shouldBe 1
            }
        }

        test("an exception inside a block is found in the script") {
            withScripts {
                script(
                    "a",
                    "fun fail(): Nothing = error(\"boom\")\nrevision {\n    id = \"a\"\n    upgrade {\n" +
                        "        listOf(1).forEach {\n            fail()\n        }\n    }\n}",
                )
                val index = open()
                val thrown = shouldThrow<IllegalStateException> { index.define("a").upgradeStatements() }
                val entry = index.entry("a").get()
                index.locate(thrown, entry).get().toString() shouldBe "versions/a.migration.kts:1:1"
                index.locate(RuntimeException("wrapped", thrown), entry).get().line() shouldBe 1
                index.locate(RuntimeException("elsewhere"), entry) shouldBe Optional.empty()
            }
        }

        test("a block without a way back has none") {
            withScripts {
                script("a", "revision {\n    id = \"a\"\n    irreversible(\"gone\")\n}")
                val definition = open().define("a")
                definition.downgrade() shouldBe Optional.empty()
                definition.header().downgrade() shouldBe Downgrade.Irreversible("gone")
            }
        }
    })

const val USERS_CONSTANT: String = "FROM THE USER"

/** What the upgrade block would run. */
private fun RevisionDefinition.upgradeStatements(vararg arguments: Pair<String, String>): List<String> =
    RecordingContext(arguments.toMap()).also { upgrade().get().run(it) }.statements

private class RecordingContext(private val arguments: Map<String, String>) : BlockContext {
    val statements = ArrayList<String>()

    override fun revision(): String = "a"

    override fun kind(): String = "sqlite"

    override fun dialect(): Optional<Dialect> = Optional.of(Dialect.SQLITE)

    override fun arguments(): Map<String, String> = arguments

    override fun folder(): Path = Path.of("")

    override fun run(operation: Operation) {
        (operation as SqlOperation).render(Dialect.SQLITE).mapTo(statements) { it.text() }
    }

    override fun query(sql: String, parameters: List<Any?>): List<Row> = throw UnsupportedOperationException(sql)
}
