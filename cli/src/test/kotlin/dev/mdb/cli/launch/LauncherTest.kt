package dev.mdb.cli.launch

import io.kotest.assertions.nondeterministic.eventually
import io.kotest.core.spec.style.FunSpec
import io.kotest.engine.spec.tempdir
import io.kotest.matchers.collections.shouldBeEmpty
import io.kotest.matchers.collections.shouldContain
import io.kotest.matchers.collections.shouldContainInOrder
import io.kotest.matchers.collections.shouldNotContain
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldContain
import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.attribute.PosixFilePermissions
import kotlin.io.path.copyTo
import kotlin.io.path.createDirectories
import kotlin.io.path.createSymbolicLinkPointingTo
import kotlin.io.path.exists
import kotlin.io.path.readText
import kotlin.io.path.writeText
import kotlin.time.Duration.Companion.seconds

/** The launcher itself, with a Java and a Maven that only write down what they are asked for. */
class LauncherTest :
    FunSpec({
        data class Answer(
            val status: Int,
            val lines: List<String>,
            val error: String,
        )

        val launcher = Path.of("..", "mdb").toRealPath()

        fun program(
            file: Path,
            text: String,
        ) = file.apply {
            parent.createDirectories()
            writeText("#!/bin/sh\n$text\n")
            toFile().setExecutable(true)
        }

        fun java(
            home: Path,
            version: String = "17.0.15",
        ) = program(
            home.resolve("bin/java"),
            """
            [ "$1" = -version ] && { echo 'openjdk version "$version" 2025-04-15' >&2; exit 0; }
            printf '%s\n' "$@"
            """.trimIndent(),
        )

        /** Two class paths and a name: what the launcher needs of a build. */
        fun lib(folder: Path) {
            val lib = folder.resolve("lib").createDirectories()
            lib.resolve("mdb-cli-1.2.3.jar").writeText("")
            lib.resolve("command.classpath").writeText("lib/a.jar:lib/b c.jar")
            lib.resolve("compiler.classpath").writeText("lib/a.jar:lib/compiler.jar")
            lib.resolve("build.id").writeText("abc def\n")
        }

        class Place {
            val root: Path = tempdir().toPath().toRealPath()
            val home: Path = root.resolve("my mdb").createDirectories()
            val mdb: Path = launcher.copyTo(home.resolve("mdb"))
            val javaHome: Path = root.resolve("a jdk")
            val environment = mutableMapOf("JAVA_HOME" to javaHome.toString(), "MDB_NO_ARCHIVE" to "1", "PATH" to "/usr/bin:/bin")

            /** The folder of the archives of this build, which are used from here on. */
            fun archives(): Path {
                environment -= "MDB_NO_ARCHIVE"
                environment["XDG_CACHE_HOME"] = "$root/cache"
                return Path.of("$root/cache/mdb/archives/abc$javaHome/bin/java$home")
            }

            fun run(
                vararg command: String,
                folder: Path = root,
            ): Answer {
                val builder = ProcessBuilder(*command).directory(folder.toFile())
                builder.environment().apply { clear() }.putAll(mapOf("HOME" to root.toString()) + environment)
                val process = builder.start()
                val lines = process.inputStream.bufferedReader().readLines()
                val error = process.errorStream.bufferedReader().readText()
                return Answer(process.waitFor(), lines, error)
            }
        }

        test("spaces in paths, arguments and class path survive") {
            val place = Place()
            lib(place.home)
            java(place.javaHome)
            val answer = place.run(place.mdb.toString(), "revision", "-m", "two words", "")
            answer.status shouldBe 0
            answer.lines.takeLast(5) shouldBe listOf("dev.mdb.cli.Main", "revision", "-m", "two words", "")
            val lib = place.home.resolve("lib")
            answer.lines shouldContainInOrder listOf("-cp", "$lib/mdb-cli-1.2.3.jar:$lib/a.jar:$lib/b c.jar")
            answer.lines shouldContain "-Dmdb.compiler.classpath=$lib/mdb-cli-1.2.3.jar:$lib/a.jar:$lib/compiler.jar"
            answer.lines shouldContain "-Dmdb.home=${place.home}"
            answer.error shouldBe ""
        }

        test("it finds its home through links, from any folder, and over the PATH") {
            val place = Place()
            lib(place.home)
            java(place.javaHome)
            val bin = place.root.resolve("bin").createDirectories()
            place.root.resolve("first").createSymbolicLinkPointingTo(Path.of("my mdb/mdb"))
            bin.resolve("mdb").createSymbolicLinkPointingTo(Path.of("../first"))
            val home = "-Dmdb.home=${place.home}"
            place.run(bin.resolve("mdb").toString(), folder = Path.of("/")).lines shouldContain home
            place.run("./mdb", folder = place.home).lines shouldContain home
            place.environment["PATH"] = "$bin:/usr/bin:/bin"
            place.run("sh", "-c", "mdb heads").lines shouldContain home
        }

        test("without JAVA_HOME it takes java from the PATH") {
            val place = Place()
            lib(place.home)
            java(place.javaHome)
            place.environment -= "JAVA_HOME"
            place.environment["PATH"] = "${place.javaHome}/bin:/usr/bin:/bin"
            place.run(place.mdb.toString(), "heads").lines.last() shouldBe "heads"
        }

        test("no Java, a JAVA_HOME without one, and one that is too old are told apart") {
            val place = Place()
            lib(place.home)
            val nowhere = place.run(place.mdb.toString())
            nowhere.status shouldBe 1
            nowhere.error shouldBe "mdb: JAVA_HOME is ${place.javaHome}, but there is no bin/java in it\n"

            java(place.javaHome, "11.0.2")
            place.run(place.mdb.toString()).error shouldBe "mdb: needs Java 17 or newer, ${place.javaHome}/bin/java is 11\n"
            java(place.javaHome, "1.8.0_402")
            place.run(place.mdb.toString()).error shouldBe "mdb: needs Java 17 or newer, ${place.javaHome}/bin/java is 1\n"

            place.environment -= "JAVA_HOME"
            place.environment["PATH"] = place.root.toString()
            val none = place.run("/bin/sh", place.mdb.toString())
            none.error shouldBe "mdb: needs Java 17 or newer: set JAVA_HOME, or put java on the PATH\n"
        }

        test("an archive is used when there is one for this build and this Java") {
            val place = Place()
            lib(place.home)
            java(place.javaHome)
            val archives = place.archives()
            archives.createDirectories().resolve("command.jsa").writeText("")
            val lines = place.run(place.mdb.toString(), "heads").lines
            lines shouldContain "-XX:SharedArchiveFile=$archives/command.jsa"
            lines shouldContain "-Dmdb.archives=$archives"
            lines shouldContain "-Dmdb.toolkit=def"
            place.environment["MDB_NO_ARCHIVE"] = "1"
            place.run(place.mdb.toString(), "heads").lines shouldNotContain "-XX:SharedArchiveFile=$archives/command.jsa"
        }

        test("archives beside lib serve every user; without them and without a home there are none") {
            val place = Place()
            lib(place.home)
            java(place.javaHome)
            place.environment -= "MDB_NO_ARCHIVE"
            place.environment["HOME"] = ""
            val homeless = place.run(place.mdb.toString(), "heads")
            homeless.lines.filter { "archives" in it }.shouldBeEmpty()
            homeless.error shouldBe ""

            val archives = Path.of("${place.home}/archives/abc${place.javaHome}/bin/java").createDirectories()
            archives.resolve("command.jsa").writeText("")
            place.run(place.mdb.toString(), "heads").lines shouldContain "-XX:SharedArchiveFile=$archives/command.jsa"
        }

        test("archives that belong to another user are not used, which is said") {
            val place = Place()
            lib(place.home)
            java(place.javaHome)
            val archives = place.archives().createDirectories()
            archives.resolve("command.jsa").writeText("")
            // Root alone can give a file away; without that the folder stays the user's own.
            val given = runCatching { Files.setAttribute(archives, "unix:uid", 54_321) }.isSuccess
            val answer = place.run(place.mdb.toString(), "heads")
            answer.error shouldBe if (given) "mdb: $archives is not used: it belongs to another user\n" else ""
            (answer.lines.any { "SharedArchiveFile" in it }) shouldBe !given
        }

        test("the archives of a user are nobody else's") {
            val place = Place()
            lib(place.home)
            java(place.javaHome)
            val archives = place.archives()
            place.run(place.mdb.toString(), "heads")
            eventually(20.seconds) {
                PosixFilePermissions.toString(Files.getPosixFilePermissions(archives)) shouldBe "rwx------"
            }
        }

        test("nobody waits for the archives, which the first command has made behind its back") {
            val place = Place()
            lib(place.home)
            val made = place.root.resolve("made")
            program(
                place.javaHome.resolve("bin/java"),
                """
                [ "${'$'}1" = -version ] && { echo 'openjdk version "17.0.15" 2025-04-15' >&2; exit 0; }
                case "${'$'}*" in *dev.mdb.cli.Training*) sleep 8; : >"$made";; *) echo heads;; esac
                """.trimIndent(),
            )
            place.environment -= "MDB_NO_ARCHIVE"
            place.run("sh", "-c", "x=${'$'}('${place.mdb}' heads) && echo \"[${'$'}x]\"").lines shouldBe listOf("[heads]")
            made.exists() shouldBe false
        }

        test("a newer Java's cache is used when there is one") {
            val place = Place()
            lib(place.home)
            java(place.javaHome, "25.0.1")
            val archives = place.archives()
            archives.createDirectories().resolve("command.aot").writeText("")
            place.run(place.mdb.toString(), "heads").lines shouldContain "-XX:AOTCache=$archives/command.aot"
        }

        test("a checkout is built once, and says so") {
            val place = Place()
            java(place.javaHome)
            place.home.resolve("pom.xml").writeText("")
            val built = place.home.resolve("cli/target/mdb-1.2.3")
            val maven = place.root.resolve("maven")
            program(maven.resolve("mvn"), "echo noise; pwd >calls; echo \"${'$'}*\" >arguments; mv prepared cli/target/mdb-1.2.3")
            place.home.resolve("cli/target").createDirectories()
            lib(place.home.resolve("prepared"))
            place.environment["PATH"] = "$maven:/usr/bin:/bin"
            val first = place.run(place.mdb.toString(), "heads")
            first.error shouldBe "mdb: building this checkout, once…\n"
            first.lines shouldContain "-Dmdb.home=$built"
            place.home.resolve("calls").readText() shouldBe "${place.home}\n"
            // Whoever waits for the first command needs no lists of licences.
            place.home.resolve("arguments").readText() shouldContain "-Dquick"
            place.run(place.mdb.toString(), "heads").error shouldBe ""
        }

        test("a build that fails shows its output; without Maven it says what is missing") {
            val place = Place()
            java(place.javaHome)
            place.home.resolve("pom.xml").writeText("")
            place.environment["PATH"] = "/usr/bin:/bin"
            val maven = place.root.resolve("maven")
            program(maven.resolve("mvn"), "echo the reason; exit 1")
            place.environment["PATH"] = "$maven:/usr/bin:/bin"
            val failed = place.run(place.mdb.toString(), "heads")
            failed.status shouldBe 1
            failed.error shouldContain "the reason\nmdb: the build failed"
            place.home.resolve("cli/target/mdb-1.2.3").exists() shouldBe false

            val tools = place.root.resolve("tools").createDirectories()
            place.environment["PATH"] = tools.toString()
            place.run("/bin/sh", place.mdb.toString()).error shouldContain "there is no mvn on the PATH"
        }
    })
