package dev.mdb.migrate

import dev.mdb.error.MdbException
import dev.mdb.operation.BlockContext
import dev.mdb.operation.TransactionMode
import dev.mdb.resource.Access
import dev.mdb.resource.Kind
import dev.mdb.resource.LogAction
import dev.mdb.resource.LogOutcome
import dev.mdb.resource.Session
import dev.mdb.resource.Sql
import dev.mdb.resource.TestResource
import dev.mdb.resource.execute
import dev.mdb.resource.sqlite.Alter
import dev.mdb.resource.sqlite.alter
import dev.mdb.resource.sqlite.check
import dev.mdb.resource.sqlite.patch
import dev.mdb.resource.sqlite.reference
import dev.mdb.resource.sqlite.rename
import dev.mdb.resource.sqlite.sql
import dev.mdb.resource.sqlite.unique
import dev.mdb.resource.withResource
import dev.mdb.schema.ReferenceAction
import dev.mdb.schema.TableChange
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.collections.shouldBeEmpty
import io.kotest.matchers.collections.shouldContainExactly
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldContain
import java.util.Optional

/** A parent that refers to itself, children of all actions, a grandchild. */
private val family =
    listOf(
        "CREATE TABLE parent (id INTEGER PRIMARY KEY, code TEXT UNIQUE, boss REFERENCES parent (id) ON DELETE RESTRICT)",
        "CREATE TABLE cascading (id INTEGER PRIMARY KEY, p NOT NULL REFERENCES parent (id) ON DELETE CASCADE ON UPDATE CASCADE)",
        "CREATE TABLE grandchild (c REFERENCES cascading ON DELETE CASCADE)",
        "CREATE TABLE nulled (p REFERENCES parent (code) ON DELETE SET NULL)",
        "CREATE TABLE defaulted (p DEFAULT 1 REFERENCES parent ON DELETE SET DEFAULT)",
        "CREATE TABLE strict_one (p REFERENCES parent DEFERRABLE INITIALLY DEFERRED)",
        "CREATE TABLE audit (what TEXT)",
        "CREATE TRIGGER parent_gone AFTER DELETE ON parent BEGIN INSERT INTO audit VALUES ('gone ' || old.id); END",
        "CREATE TRIGGER parent_new AFTER INSERT ON parent BEGIN INSERT INTO audit VALUES ('new ' || new.id); END",
        "CREATE VIEW bosses AS SELECT DISTINCT boss FROM parent",
        "INSERT INTO parent VALUES (1, 'a', NULL), (2, 'b', 1), (3, 'c', 2)",
        "INSERT INTO cascading VALUES (10, 1), (20, 2), (30, 3)",
        "INSERT INTO grandchild VALUES (10), (20), (30)",
        "INSERT INTO nulled VALUES ('a'), ('c'), (NULL)",
        "INSERT INTO defaulted VALUES (2), (3)",
        "INSERT INTO strict_one VALUES (1), (2)",
    )
private val tables = listOf("parent", "cascading", "grandchild", "nulled", "defaulted", "strict_one", "audit")

private fun Session.all(sql: String) = query(sql, emptyList()).map { it.values() }

private fun Session.contents() = tables.associateWith { all("SELECT * FROM $it") }

private fun Session.isEnforced() = all("PRAGMA foreign_keys").single().single() == 1

private fun TestResource.use(test: (Session) -> Unit) = resource.connect(Access.WRITE).use(test)

private fun family(test: TestResource.() -> Unit) =
    withResource(Kind.SQLITE) {
        use { session -> family.forEach { session.execute(Sql(it)) } }
        test()
    }

private fun TestResource.upgrade(mode: TransactionMode = TransactionMode.PER_REVISION, block: BlockContext.() -> Unit) =
    migrator().run(listOf(revision(mode, block).upgrade(resource, "heads")), settings())

private fun revision(mode: TransactionMode, block: BlockContext.() -> Unit) =
    TestScripts().apply { revision("r", transaction = mode, upgrade = block) }

private fun TestResource.refused(mode: TransactionMode = TransactionMode.PER_REVISION, block: BlockContext.() -> Unit) =
    shouldThrow<MdbException> { upgrade(mode, block) }

private val rebuild = Alter("parent", alter("code", patch(type = "VARCHAR(5)", nullable = false)), check("id > 0"))

class SqliteRebuildTest :
    FunSpec({
        test("a rebuild loses nothing of a table with cascading children, nor of them, and runs no trigger") {
            for (mode in TransactionMode.entries) {
                family {
                    val before = resource.connect(Access.READ).use { it.contents() }
                    upgrade(mode) {
                        sql("INSERT INTO audit VALUES ('first')")
                        run(rebuild)
                        sql("INSERT INTO audit VALUES ('last')")
                    }
                    use { session ->
                        val audit = listOf(listOf("first"), listOf("last"))
                        session.contents() shouldBe before + ("audit" to before.getValue("audit") + audit)
                        session.all("SELECT * FROM bosses").size shouldBe 3
                        session.sql("cascading") shouldContain "REFERENCES parent (id)"
                        session.sql("parent") shouldContain "boss REFERENCES parent (id) ON DELETE RESTRICT"
                        session.execute(Sql("UPDATE parent SET boss = NULL"))
                        session.execute(Sql("DELETE FROM strict_one"))
                        session.execute(Sql("DELETE FROM parent WHERE id = 2"))
                        session.all("SELECT c FROM grandchild").flatten().shouldContainExactly(10, 30)
                        session.all("SELECT what FROM audit").flatten().last() shouldBe "gone 2"
                        session
                            .state()
                            .applied()
                            .map { it.id() }
                            .shouldContainExactly("r")
                    }
                }
            }
        }

        test("the block of a rebuild runs in one transaction: once more from its start, and what it writes is written once") {
            family {
                var runs = 0
                upgrade {
                    runs++
                    sql("UPDATE audit SET what = what || '!'")
                    run(Alter("nulled", alter("p", patch(type = "TEXT"))))
                    sql("UPDATE nulled SET p = 'b' WHERE p = 'a'")
                }
                runs shouldBe 2
                use {
                    it.all("SELECT what FROM audit").flatten().shouldContainExactly("new 1!", "new 2!", "new 3!")
                    it.all("SELECT p FROM nulled").flatten().shouldContainExactly("b", "c", null)
                }
            }
        }

        test("a table without foreign keys is rebuilt at once") {
            family {
                var runs = 0
                upgrade {
                    runs++
                    run(Alter("audit", unique("audit_what", "what")))
                }
                runs shouldBe 1
            }
        }

        test("a block that keeps the call to begin again to itself is not committed for that") {
            family {
                upgrade { runCatching { run(rebuild) }.onFailure { sql("INSERT INTO audit VALUES ('swallowed')") } }
                use {
                    it.all("SELECT * FROM audit WHERE what = 'swallowed'").shouldBeEmpty()
                    it.sql("parent") shouldContain "VARCHAR(5)"
                }
            }
        }

        test("rows that would refer to nothing are refused and named, and nothing stays; those that did before do not matter") {
            for (mode in TransactionMode.entries) {
                family {
                    use { session ->
                        session.execute(Sql("PRAGMA foreign_keys = OFF"))
                        session.execute(Sql("INSERT INTO cascading VALUES (40, 99)"))
                        session.execute(Sql("DELETE FROM audit; INSERT INTO audit VALUES ('7')"))
                    }
                    val before = resource.connect(Access.READ).use { it.contents() to it.sql("audit") }
                    val failure = refused(mode) { run(Alter("audit", reference("audit_parent", "what", "parent", "id"))) }
                    failure.problems().single().let {
                        it.code() shouldBe "foreign-key-violation"
                        it.message() shouldContain "table 'audit', row 1: (what) refers to no row of 'parent'"
                    }
                    resource.connect(Access.READ).use { it.contents() to it.sql("audit") } shouldBe before
                    if (mode == TransactionMode.PER_REVISION) {
                        upgrade { run(rebuild) }
                        use { it.contents() shouldBe before.first }
                    }
                }
            }
        }

        test("a change of rows whose cascade would be missed is refused") {
            family {
                val failure =
                    refused {
                        run(Alter("parent", alter("code", patch(type = "VARCHAR(5)"))))
                        sql("DELETE FROM parent WHERE id = 3")
                    }
                failure
                    .problems()
                    .single()
                    .help()
                    .get() shouldContain "a revision of their own"
                use { it.all("SELECT count(*) FROM parent").single().single() shouldBe 3 }
            }
        }

        test("a parent whose key is no longer unique is refused") {
            family {
                val failure =
                    refused {
                        run(
                            Alter(
                                "parent",
                                dev.mdb.schema.TableChange
                                    .DropPrimaryKey(java.util.Optional.empty(), java.util.Optional.empty()),
                            ),
                        )
                    }
                failure.message.orEmpty() shouldContain "foreign key mismatch"
            }
        }

        test("enforcement is on after a rebuild, after a refused one, and after a failure in the middle") {
            family {
                use { session ->
                    session.execute(rebuild)
                    session.isEnforced() shouldBe true
                    val structure = session.sql("parent")
                    shouldThrow<MdbException> { session.execute(Alter("parent", unique("k", "boss"), check("id < 3"))) }
                    session.isEnforced() shouldBe true
                    shouldThrow<MdbException> { session.execute(Alter("audit", reference("k", "nothing", "parent", "id"))) }
                    session.isEnforced() shouldBe true
                    session.sql("parent") shouldBe structure
                    session.contents().getValue("cascading").size shouldBe 3
                }
            }
        }

        test("children follow a renamed column, also beside a rebuild") {
            family {
                upgrade { run(Alter("parent", rename("id", "number"), alter("code", patch(type = "VARCHAR(5)")))) }
                use { session ->
                    session.sql("cascading") shouldContain "parent (number)"
                    session
                        .catalog()
                        .table("nulled")
                        .get()
                        .foreignKeys()
                        .single()
                        .targetColumns()
                        .shouldContainExactly("code")
                    session.catalog().table("defaulted").get().foreignKeys().single().let {
                        it.targetColumns().shouldContainExactly("number")
                        it.onDelete() shouldBe ReferenceAction.SET_DEFAULT
                    }
                    session.query("PRAGMA foreign_key_check", emptyList()).shouldBeEmpty()
                }
            }
        }

        test("without a transaction around the block a rebuild is one part, which a resumed run passes over") {
            family {
                val half = refused(TransactionMode.NONE) { run(rebuild).also { sql("INSERT INTO nowhere VALUES (1)") } }
                half.exitStatus() shouldBe 6
                half.problems().single().data()["committed"] shouldBe listOf("alter table parent")
                val mended = revision(TransactionMode.NONE) { run(rebuild).also { sql("INSERT INTO audit VALUES ('mended')") } }
                Resumer(testOwner, testClock, MigrationListener.silent()).resume(listOf(mended.upgrade(resource, "heads")), settings())
                use { session ->
                    session.all("SELECT what FROM audit").flatten().last() shouldBe "mended"
                    Regex("CHECK").findAll(session.sql("parent")).count() shouldBe 1
                }
            }
        }

        test("a run that is killed in the middle of a rebuild leaves all as it was, and is resumed") {
            family {
                val before = resource.connect(Access.READ).use { it.contents() to it.sql("parent") }
                val scripts = revision(TransactionMode.NONE) { run(rebuild) }
                val session = resource.connect(Access.WRITE)
                session.state().prepare()
                val run = Run.start(settings(), testOwner, testClock, MigrationListener.silent())
                Journal.begin(session, scripts.retry("r"), StepRecords(run).entry("r", LogAction.UPGRADE, 1, LogOutcome.RUNNING))
                session.beginUnenforced()
                session
                    .parts(rebuild)
                    .single()
                    .statements()
                    .dropLast(3)
                    .forEach { session.execute(Sql(it.text())) }
                session.close()
                resource.connect(Access.READ).use { it.contents() to it.sql("parent") } shouldBe before
                Resumer(testOwner, testClock, MigrationListener.silent()).resume(listOf(scripts.upgrade(resource, "heads")), settings())
                use {
                    it.contents() shouldBe before.first
                    it.sql("parent") shouldContain "VARCHAR(5)"
                    it
                        .state()
                        .applied()
                        .map { row -> row.id() }
                        .shouldContainExactly("r")
                }
            }
        }

        test("a rehearsal shows the statements of a rebuild, of a table as the steps before have left it, and runs none") {
            family {
                val scripts =
                    TestScripts().apply {
                        revision("a") { run(Alter("parent", rename("code", "label"))) }
                        revision("b", "a") { run(Alter("parent", alter("label", patch(type = "VARCHAR(5)")))) }
                        revision("c", "b") {
                            sql("CREATE TABLE fresh (a INT)")
                            run(Alter("fresh", unique("fresh_a", "a")))
                        }
                    }
                val before = resource.connect(Access.READ).use { it.structure() }
                val steps =
                    Rehearsal(
                        testOwner,
                        testClock,
                    ).rehearse(listOf(scripts.upgrade(resource, "heads")), emptyList(), settings()).steps()
                steps[0].statements().shouldContainExactly("ALTER TABLE parent RENAME COLUMN code TO label;")
                steps[1].statements()[1] shouldBe
                    "INSERT OR ABORT INTO mdb_new_parent (id, label, boss) SELECT id, label, boss FROM parent;"
                steps[1].statements().last() shouldContain "CREATE TRIGGER parent_new"
                steps[2].statements()[1] shouldContain "CREATE TABLE \"mdb_new_fresh\""
                resource.connect(Access.READ).use { it.structure() } shouldBe before
            }
        }
    })
