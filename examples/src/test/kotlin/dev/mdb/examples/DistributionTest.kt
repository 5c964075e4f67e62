package dev.mdb.examples

import com.fasterxml.jackson.jr.ob.JSON
import io.kotest.assertions.withClue
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.collections.shouldBeEmpty
import io.kotest.matchers.collections.shouldContain
import io.kotest.matchers.collections.shouldContainAll
import io.kotest.matchers.collections.shouldContainExactlyInAnyOrder
import io.kotest.matchers.maps.shouldContainKey
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldContain
import io.kotest.matchers.string.shouldNotContain
import java.nio.file.Files
import java.nio.file.Path
import java.security.MessageDigest
import java.util.HexFormat
import java.util.zip.ZipFile
import kotlin.io.path.createDirectories
import kotlin.io.path.exists
import kotlin.io.path.isExecutable
import kotlin.io.path.listDirectoryEntries
import kotlin.io.path.name
import kotlin.io.path.readBytes
import kotlin.io.path.readLines
import kotlin.io.path.readText
import kotlin.io.path.writeText

/** What is given away: the archives, run and read where nothing of this checkout is. */
class DistributionTest :
    FunSpec({
        fun Installation.writeProject() {
            project.resolve("mdb.toml").writeText("[resources.shop]\nurl = \"sqlite:shop.db\"\nlocations = [\"versions\"]\n")
            val versions = project.resolve("versions").createDirectories()
            versions.resolve("a.migration.kts").writeText(
                "revision {\n    id = \"create_item\"\n    upgrade { createTable(\"item\") { primaryKey(integer(\"id\")) } }\n" +
                    "    downgrade { dropTable(\"item\") }\n}\n",
            )
            versions.resolve("b.migration.kts").writeText(
                "revision {\n    id = \"add_name\"\n    down(\"create_item\")\n    reversible { addColumn(\"item\") { varchar(\"name\", 20).nullable() } }\n}\n",
            )
        }

        val tar = arrayOf("tar", "xzf", archive(".tar.gz").toString())
        val zip = arrayOf("unzip", "-q", archive(".zip").toString())

        test(
            "unpacked where nobody can write, it migrates for another user without a home and without a cache folder, and says what that costs",
        ) {
            inInstallation(*tar) {
                writeProject()
                val up = mdb("upgrade", "head")
                withClue(up) { up.exit shouldBe 0 }
                up.out shouldContain "current: add_name"
                // The account of the other user may name a home that is not there.
                val note = up.err.lines().single { it.startsWith("note: ") }
                note shouldContain Regex("^note: compiled scripts are not kept: (there is no home folder|.* cannot be written to); ")
                note shouldContain "; name another folder with `cache` in the configuration, or MDB_CACHE"
                mdb("current").out.trim() shouldBe "add_name (head)"
                val down = mdb("downgrade", "base", variables = mapOf("HOME" to "/nowhere"))
                withClue(down) { down.exit shouldBe 0 }
                down.err shouldContain "note: compiled scripts are not kept: /nowhere/.cache/mdb cannot be written to"
                // With a place of its own nothing is said.
                val kept = mdb("upgrade", "head", variables = mapOf("MDB_CACHE" to "$project/cache"))
                kept.err shouldNotContain "note:"
                project.resolve("cache").listDirectoryEntries().size shouldBe 1
                // Nothing was written but the database, its lock and the cache that was named.
                project.listDirectoryEntries().map { it.name } shouldContainExactlyInAnyOrder
                    listOf("mdb.toml", "versions", "shop.db", "cache") + project.listDirectoryEntries("*.lock").map { it.name }
            }
        }

        test("where SQLite's native library cannot be unpacked, the message says so and what helps") {
            inInstallation(*tar) {
                writeProject()
                val nowhere = mapOf("MDB_JAVA_OPTS" to "-Djava.io.tmpdir=/nowhere")
                val current = mdb("current", variables = nowhere)
                current.exit shouldBe 1
                current.err shouldBe
                    "error: shop: SQLite's native library cannot be unpacked to /nowhere, or not be loaded there\n" +
                    "  help: another folder: MDB_JAVA_OPTS=-Djava.io.tmpdir=FOLDER\n"
            }
        }

        test("it tells its version, its build, Java and Kotlin, without a project") {
            inInstallation(*tar) {
                val version = mdb("--version")
                version.err shouldBe ""
                val build = home.resolve("lib/build.id").readText().substringBefore(' ')
                val lines = version.out.lines()
                lines shouldContain "build $build"
                lines.first() shouldBe home.name.replace('-', ' ')
                lines.filter { it.startsWith("java ") || it.startsWith("kotlin 2.") }.size shouldBe 2
                val document = JSON.std.mapFrom(mdb("--version", "--json").out)
                for (key in listOf("version", "build", "java", "kotlin")) document shouldContainKey key
            }
        }

        test("unzip leaves the launcher executable, and both archives hold the same") {
            inInstallation(*zip) {
                home.resolve("mdb").isExecutable() shouldBe true
                mdb("--version").exit shouldBe 0
                val zipped = home.digests()
                inInstallation(*tar) { home.digests() shouldBe zipped }
            }
        }

        test("every jar is listed with its licence, whose text is there, and in the bill of materials with its digest") {
            inInstallation(*tar) {
                val jars = home.resolve("lib").listDirectoryEntries("*.jar").filterNot { it.name.startsWith("mdb-") }
                val rows = home.resolve("LICENSES.md").readLines().filter { it.startsWith("| `") }
                rows.map { it.substringAfter('`').substringBefore('`') } shouldContainExactlyInAnyOrder jars.map { it.name }
                rows.filter { it.substringAfterLast("` | ").length < 5 }.shouldBeEmpty()
                val licences = rows.map { it.substringAfter("` | ").removeSuffix(" |") }.filterNot { " " in it }.toSet()
                home.resolve("licenses").listDirectoryEntries("*.txt").map { it.name } shouldContainAll licences.map { "$it.txt" }
                home.resolve("licenses/mysql-connector-j/LICENSE").readText() shouldContain "Universal FOSS Exception"
                home.resolve("NOTICE").readText() shouldContain "Apache Commons"

                val bom = JSON.std.mapFrom(home.resolve("bom.json").toFile())
                bom["bomFormat"] shouldBe "CycloneDX"
                @Suppress("UNCHECKED_CAST")
                val components = bom["components"] as List<Map<String, Any>>
                val digests = components.map { (it["hashes"] as List<*>).single() as Map<*, *> }.map { it["content"] }
                digests shouldContainExactlyInAnyOrder jars.map { it.digest() }
                components.filter { (it["licenses"] as List<*>).isEmpty() }.shouldBeEmpty()
            }
        }

        test("there is a manual page for each command, and a completion for each shell") {
            inInstallation(*tar) {
                val commands = Regex("(?m)^  ([a-z]+) +[A-Z]").findAll(mdb("--help").out).map { it.groupValues[1] }.toList()
                val pages = home.resolve("man/man1")
                pages.listDirectoryEntries().map { it.name } shouldContainExactlyInAnyOrder commands.map { "mdb-$it.1" } + "mdb.1"
                val page = pages.resolve("mdb-upgrade.1").readText()
                for (heading in listOf("NAME", "SYNOPSIS", "OPTIONS", "EXAMPLES", "ENVIRONMENT", "EXIT STATUS")) {
                    page shouldContain
                        ".SH $heading\n"
                }
                for (shell in listOf("bash" to "mdb.bash", "fish" to "mdb.fish")) {
                    home.resolve("completion/${shell.second}").readText() shouldBe mdb("completion", shell.first).out
                }
            }
        }

        test("an image is made of what is in the archive, by lines that a shell understands") {
            inInstallation(*tar) {
                val lines =
                    home
                        .resolve("oci/Containerfile")
                        .readText()
                        .replace("\\\n", " ")
                        .lines()
                val copied = lines.filter { it.startsWith("COPY ") }.flatMap { it.split(' ').drop(1).dropLast(1) }
                copied shouldContainAll listOf("mdb", "lib")
                copied.filterNot { home.resolve(it).exists() }.shouldBeEmpty()
                lines.filter { it.startsWith("FROM ") } shouldBe listOf("FROM \${BASE}")
                val run = lines.single { it.startsWith("RUN ") }.removePrefix("RUN ")
                ProcessBuilder("sh", "-n", "-c", run).start().waitFor() shouldBe 0
            }
        }

        test("nothing in the archives depends on when, by whom or where they were made") {
            ZipFile(archive(".zip").toFile()).use { file ->
                file
                    .entries()
                    .asSequence()
                    .map { it.lastModifiedTime }
                    .distinct()
                    .count() shouldBe
                    1
            }
            val list = ProcessBuilder("tar", "tvzf", archive(".tar.gz").toString()).start()
            val owners =
                list.inputStream
                    .bufferedReader()
                    .readLines()
                    .map { it.split(Regex(" +"))[1] }
                    .distinct()
            owners shouldBe listOf("root/root")
            inInstallation(*tar) {
                val texts = Files.walk(home).use { files -> files.filter { Files.isRegularFile(it) && !it.name.endsWith(".jar") }.toList() }
                texts.filter { checkout.toString() in it.readBytes().toString(Charsets.ISO_8859_1) }.shouldBeEmpty()
            }
        }
    })

private fun Path.digest(): String = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(readBytes()))

private fun Path.digests(): Map<String, String> =
    Files.walk(this).use { files -> files.filter { Files.isRegularFile(it) }.toList() }.associate { "${relativize(it)}" to it.digest() }
