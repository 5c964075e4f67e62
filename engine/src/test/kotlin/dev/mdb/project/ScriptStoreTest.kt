package dev.mdb.project

import dev.mdb.error.Location
import dev.mdb.graph.Dependency
import dev.mdb.graph.Downgrade
import dev.mdb.graph.Revision
import io.kotest.assertions.withClue
import io.kotest.core.spec.style.FunSpec
import io.kotest.engine.spec.tempdir
import io.kotest.matchers.shouldBe
import java.nio.file.Path
import java.util.Optional
import kotlin.io.path.readBytes
import kotlin.io.path.writeBytes
import kotlin.random.Random

class ScriptStoreTest :
    FunSpec({
        val fingerprint = "build 1"

        fun script(path: String, header: Revision) =
            KnownScript(SourceFile(path, 10, 20), SourceText.sha256(path), true, header.from(Location("v/$path", 3, 4)))

        val first =
            Revision(
                "first",
                listOf("p1", "p2"),
                listOf(Dependency("d", true, Optional.of("other")), Dependency.on("e")),
                listOf("LABEL"),
                "Erste Änderung 😀",
                listOf("r1"),
                Downgrade.Irreversible("gone"),
                Location("", 0, 0),
            )
        val second =
            Revision("second", listOf(), listOf(), listOf(), "", listOf(), Downgrade.Present(), Location("", 0, 0))
        val third =
            Revision("third", listOf(), listOf(), listOf(), "", listOf(), Downgrade.Missing(), Location("", 0, 0))
        val scripts = listOf(script("a", first), script("sub/b", second), script("c", third))
        val classes =
            mapOf(
                "a" to PackedClasses.of("p.A", mapOf("p.A" to Random(1).nextBytes(40), "p.A\$B" to Random(2).nextBytes(30))),
                "c" to PackedClasses.of("p.C", mapOf("p.C" to Random(3).nextBytes(50))),
                "" to PackedClasses.of("", mapOf("lib.L" to Random(4).nextBytes(20))),
            )
        val helpers = listOf(KnownHelper(SourceFile("lib/l.kt", 1, 2), SourceText.sha256("l")))

        fun write(file: Path) {
            val ranges = (classes - "").mapValues { it.value.range() }
            val helperRange = Optional.of(classes.getValue("").range())
            val index = StoreIndex(fingerprint, 99, helpers, helperRange, scripts, ranges)
            ScriptStore.write(file, index) { classes.getValue(it).bytes() }
        }

        fun open(file: Path, print: String = fingerprint) = ScriptStore.open(file, print) { "v/$it" }.orElse(null)

        fun ScriptStore.all() =
            mapOf("a" to index().classes()["a"], "c" to index().classes()["c"], "" to index().helperClasses().get())
                .mapValues { (_, range) -> read(range!!).map { it.classes().mapValues { (_, bytes) -> bytes.toList() } }.orElse(null) }

        val whole = classes.mapValues { (_, packed) -> packed.classes().mapValues { (_, bytes) -> bytes.toList() } }

        test("what is written is read back") {
            val file = tempdir().toPath().resolve("store")
            write(file)
            val store = open(file)!!
            store.index().scripts() shouldBe scripts
            store.index().helpers() shouldBe helpers
            store.index().scannedAt() shouldBe 99
            store.all() shouldBe whole
        }

        test("the file that is written is the file that is there") {
            val file = tempdir().toPath().resolve("store")
            write(file)
            val old = open(file)!!
            old.isCurrent shouldBe true
            write(file)
            file.parent.toFile().list() shouldBe arrayOf("store")
        }

        test("a damaged byte anywhere costs at most what stands there, and nothing wrong is ever given") {
            val file = tempdir().toPath().resolve("store")
            write(file)
            val bytes = file.readBytes()
            for (position in bytes.indices) {
                file.writeBytes(bytes.clone().also { it[position] = (it[position] + 1).toByte() })
                withClue("byte $position") {
                    val store = open(file)
                    if (store != null) {
                        store.index().scripts() shouldBe scripts
                        store.all().values.count { it == null } shouldBe 1
                        store.all().forEach { (path, found) -> if (found != null) found shouldBe whole[path] }
                    }
                }
            }
        }

        test("a store that is cut short anywhere, or goes on behind its end, is none") {
            val file = tempdir().toPath().resolve("store")
            write(file)
            val bytes = file.readBytes()
            for (length in bytes.indices) {
                file.writeBytes(bytes.copyOf(length))
                open(file) shouldBe null
            }
            file.writeBytes(bytes + 0)
            open(file) shouldBe null
        }

        test("a store that is cut short after it was opened gives no classes") {
            val file = tempdir().toPath().resolve("store")
            write(file)
            val store = open(file)!!
            file.writeBytes(file.readBytes().copyOf(60))
            store.all().values.toSet() shouldBe setOf(null)
        }

        test("a store of another build, another format or another program is none") {
            val file = tempdir().toPath().resolve("store")
            write(file)
            open(file, "build 2") shouldBe null
            file.writeBytes(ByteArray(100_000))
            open(file) shouldBe null
            open(file.parent) shouldBe null
            open(file.resolveSibling("absent")) shouldBe null
        }

        test("a store that was replaced gives none of its old classes") {
            val file = tempdir().toPath().resolve("store")
            write(file)
            val old = open(file)!!
            ScriptStore.write(file, StoreIndex(fingerprint, 100, listOf(), Optional.empty(), listOf(), mapOf())) { ByteArray(0) }
            old.isCurrent shouldBe false
            old.all().values.toSet() shouldBe setOf(null)
        }

        test("a file is trusted by its time stamp only when a later change would show in it") {
            val index = StoreIndex("", 10_000_000_000, listOf(), Optional.empty(), listOf(), mapOf())

            fun vouches(modified: Long) = SourceFile("a", 1, modified).let { index.vouchesFor(it, it) }
            vouches(1_000_000_000) shouldBe true
            vouches(9_999_000_000) shouldBe false
            vouches(11_000_000_000) shouldBe false
            index.vouchesFor(SourceFile("a", 1, 5), SourceFile("a", 1, 6)) shouldBe false
            index.vouchesFor(SourceFile("a", 1, 5), SourceFile("a", 2, 5)) shouldBe false
        }
    })
