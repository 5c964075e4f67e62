package dev.mdb.project.author

import dev.mdb.error.MdbException
import dev.mdb.graph.AppliedSet
import dev.mdb.project.Projects
import dev.mdb.project.ScriptLayout
import dev.mdb.project.author.RebaseRequest.Databases
import dev.mdb.resource.Access
import dev.mdb.resource.AppliedRevision
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.datatest.withData
import io.kotest.engine.spec.tempdir
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldContain
import java.nio.file.Path
import java.nio.file.attribute.PosixFilePermissions
import java.time.Duration
import java.time.Instant
import java.util.Optional
import kotlin.io.path.getPosixFilePermissions
import kotlin.io.path.listDirectoryEntries
import kotlin.io.path.name
import kotlin.io.path.readBytes
import kotlin.io.path.readText
import kotlin.io.path.setPosixFilePermissions
import kotlin.io.path.writeBytes
import kotlin.io.path.writeText

/**
 * Two people began at the same head:
 * ```
 * start (LINE) <- theirs <- after
 *              <- mine <- top          joined merges theirs and mine
 * ```
 */
class RebaserTest :
    FunSpec({
        fun project() =
            Projects(tempdir().toPath())
                .config("[resources.main]\nurl = 'sqlite:main.db'\n[resources.test]\nurl = 'sqlite:test.db'")
                .script("start", "branch(\"LINE\")")
                .script("theirs", "down(\"start\")")
                .script("after", "down(\"theirs\")")
                .script("mine", "down(\"start\") // as they said")
                .script("top", "down(\"mine\")")
                .script("joined", "down(\"theirs\", \"mine\")")

        fun Projects.file(id: String): Path = folder.resolve("versions/$id.migration.kts")

        fun Projects.rebase(
            revision: String,
            onto: String,
            parent: String? = null,
            databases: Databases = Databases.CHECK,
        ): RebasedRevision {
            val project = open()
            val rebaser = Rebaser(project.resources(), project.resource("main")) { AppliedSet.nothing() }
            return rebaser.rebase(RebaseRequest(revision, onto, Optional.ofNullable(parent), databases))
        }

        fun Projects.parents(id: String) =
            open()
                .resource("main")
                .soundGraph()
                .parents(id)
                .map { it.id() }

        fun Projects.apply(
            resource: String,
            id: String,
        ) = open().resource(resource).open().connect(Access.WRITE).use { session ->
            session.state().prepare()
            val row = AppliedRevision(id, listOf(), listOf(), listOf(), "", "", Instant.EPOCH, "me", Duration.ZERO)
            session.state().add(row)
        }

        test("the parent changes, and nothing else does") {
            val project = project()
            val file = project.file("mine")
            val mark = byteArrayOf(0xEF.toByte(), 0xBB.toByte(), 0xBF.toByte())
            val text = file.readText().replace("\n", "\r\n")
            file.writeBytes(mark + text.toByteArray())
            file.setPosixFilePermissions(PosixFilePermissions.fromString("rw-r-----"))
            val rebased = project.rebase("mine", "after")
            rebased.before().parents() shouldBe listOf("start")
            rebased.after().parents() shouldBe listOf("after")
            rebased.heads() shouldBe listOf("joined", "top")
            rebased.checked() shouldBe listOf("main", "test")
            file.readBytes().toList() shouldBe (mark + text.replace("down(\"start\")", "down(\"after\")").toByteArray()).toList()
            PosixFilePermissions.toString(file.getPosixFilePermissions()) shouldBe "rw-r-----"
            file.parent
                .listDirectoryEntries()
                .map { it.name }
                .count { it.startsWith(".") } shouldBe 0
            project.parents("mine") shouldBe listOf("after")
        }

        test("onto base the parent goes, and from base one comes") {
            val project = project()
            val before = project.file("top").readText()
            project.rebase("top", "base")
            project.parents("top") shouldBe listOf()
            project.rebase("top", "mine")
            project.parents("top") shouldBe listOf("mine")
            project
                .file("top")
                .readText()
                .lines()
                .toSet() shouldBe before.lines().toSet()
        }

        test("where it stands already nothing is written, and no database asked") {
            val project = project()
            project.apply("main", "mine")
            project.rebase("mine", "start").changed() shouldBe false
        }

        test("of a merge the named parent goes") {
            val project = project()
            project.rebase("joined", "after", parent = "theirs")
            project.parents("joined") shouldBe listOf("after", "mine")
            project.rebase("joined", "base", parent = "mine")
            project.parents("joined") shouldBe listOf("after")
        }

        context("refused, and the scripts stay as they are") {
            withData(
                nameFn = { it.toString() },
                Triple("mine", "nosuch", null) to "no revision or label 'nosuch'",
                Triple("nosuch", "after", null) to "no revision or label 'nosuch'",
                Triple("start", "top", null) to "'start' cannot go onto 'top': it stands on it",
                Triple("start", "start", null) to "'start' cannot go onto itself",
                Triple("joined", "after", null) to "'joined' merges theirs and mine",
                Triple("joined", "after", "start") to "'joined' has no parent 'start': it has theirs, mine",
                Triple("joined", "after", "mine") to "'after' already stands on 'theirs'",
                Triple("mine", "heads", null) to "'heads' is several revisions: after, joined, top",
            ) { (request, message) ->
                val project = project()
                val (revision, onto, parent) = request
                val before =
                    project
                        .file("mine")
                        .parent
                        .listDirectoryEntries()
                        .associateWith { it.readText() }
                val thrown = shouldThrow<MdbException> { project.rebase(revision, onto, parent) }
                thrown.message shouldContain message
                project
                    .file("mine")
                    .parent
                    .listDirectoryEntries()
                    .associateWith { it.readText() } shouldBe before
            }
        }

        test("a header that is not plain is refused at the place where it ceases to be") {
            shouldThrow<MdbException> {
                HeaderEdit(ScriptLayout.of("revision {\n    id = \"r\"\n    down(\"a\" + x)\n}", "v/r.migration.kts"))
            }.message shouldBe "v/r.migration.kts:3:14: the header of the script is not in plain form"
        }

        test("applied in any resource that reads the script: refused, unless told") {
            val project = project()
            project.apply("test", "mine")
            val refused = shouldThrow<MdbException> { project.rebase("mine", "after") }.problems().single()
            refused.message() shouldBe "'mine' is applied in test"
            project.parents("mine") shouldBe listOf("start")
            val forced = project.rebase("mine", "after", databases = Databases.TELL)
            forced.ignored().map { it.message() } shouldBe listOf("'mine' is applied in test")
            forced.checked() shouldBe listOf("main")
            project.parents("mine") shouldBe listOf("after")
        }

        test("a database that cannot be asked is an error, unless the databases are left alone") {
            val project = project()
            project.folder.resolve("test.db").writeText("no database at all, but long enough to be looked at")
            val refused = shouldThrow<MdbException> { project.rebase("mine", "after") }
            refused.problems().single().code() shouldBe "applied-unknown"
            refused
                .problems()
                .single()
                .help()
                .get() shouldBe "--offline leaves the databases alone"
            project.rebase("mine", "after", databases = Databases.LEAVE).checked() shouldBe listOf()
            project.parents("mine") shouldBe listOf("after")
        }
    })
