package dev.mdb

import dev.mdb.project.FullCompilation
import dev.mdb.project.Project
import dev.mdb.project.ProjectSetup
import dev.mdb.project.ScriptCompiler
import io.kotest.core.spec.style.FunSpec
import io.kotest.engine.spec.tempdir
import io.kotest.matchers.collections.shouldBeEmpty
import io.kotest.matchers.collections.shouldContainExactly
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldContain
import java.io.File
import java.nio.file.Path
import java.nio.file.attribute.PosixFilePermissions
import java.util.Optional
import kotlin.io.path.ExperimentalPathApi
import kotlin.io.path.copyToRecursively
import kotlin.io.path.createParentDirectories
import kotlin.io.path.deleteRecursively
import kotlin.io.path.setPosixFilePermissions
import kotlin.io.path.walk
import kotlin.io.path.writeText

private val compilerArtifacts =
    Regex("kotlin-(scripting-jvm|scripting-jvm-host|scripting-compiler|scripting-compiler-impl|compiler|daemon)(-embeddable)?-\\d.*\\.jar")

private fun project(folder: Path) =
    folder.apply {
        fun file(path: String, text: String) = resolve(path).createParentDirectories().writeText(text.trimIndent() + "\n")
        file(
            "mdb.toml",
            """
            [resources.main]
            url = "sqlite:main.db"
            cache = "store"
            models = ["models"]
            """,
        )
        file("versions/lib/names.kt", "fun name(number: Int) = \"rev\$number\"")
        // Its header says nothing without the compiler.
        file("versions/a.migration.kts", "revision { id = name(1); upgrade { createTable(name(1)) { integer(\"id\") } }; downgrade { } }")
        file(
            "versions/b.migration.kts",
            "revision { id = \"rev2\"; down(\"rev1\"); upgrade { execute(\"DROP TABLE rev1\") }; downgrade { } }",
        )
        file("models/Item.kt", "import org.jetbrains.exposed.v1.core.*\nobject Item : Table(\"item\") { val id = integer(\"id\") }")
    }

/** Migrates the projects in these folders, by a JVM that has no compiler. */
private fun deployed(program: Path, vararg folders: Path): List<String> {
    program.writeText(
        """
        import dev.mdb.Mdb;
        import dev.mdb.error.MdbException;
        import java.nio.file.Path;

        public class Deployed {
          public static void main(String[] folders) {
            for (var folder : folders) {
              try (var mdb = Mdb.open(Path.of(folder, "mdb.toml"))) {
                System.out.println(mdb.upgrade("heads").resources().get(0).heads());
              } catch (MdbException e) {
                for (var p : e.problems()) System.out.println(p.code() + ": " + p.message() + "; " + p.help().orElse(""));
              }
            }
          }
        }
        """.trimIndent(),
    )
    val classPath = System.getProperty("java.class.path").split(File.pathSeparator).filterNot { compilerArtifacts.matches(File(it).name) }
    val java = System.getProperty("java.home") + "/bin/java"
    val command =
        listOf(java, "-XX:TieredStopAtLevel=1", "-cp", classPath.joinToString(File.pathSeparator), "$program") + folders.map { "$it" }
    val process = ProcessBuilder(command).redirectErrorStream(true).start()
    return process.inputStream
        .bufferedReader()
        .readLines()
        .filterNot { it.startsWith("SLF4J") }
}

@OptIn(ExperimentalPathApi::class)
class CarriedStoreTest :
    FunSpec({
        test("a project that carries its store along runs elsewhere without a compiler; one that does not is told what to add") {
            val built = project(tempdir().toPath().resolve("built"))
            val setup = ProjectSetup(Optional.of(built.resolve("mdb.toml")), mapOf(), mapOf(), built, ScriptCompiler.embedded())
            Project.open(setup).use { project ->
                val report = FullCompilation.of(project.resources())
                report.problems().shouldBeEmpty()
                report.resources().map { listOf(it.scripts(), it.models(), it.compiled()) } shouldContainExactly listOf(listOf(2, 1, 3))
            }
            Project.open(setup).use { project ->
                FullCompilation
                    .of(project.resources())
                    .resources()
                    .single()
                    .compiled() shouldBe 0
            }

            // Copying gives every file another time stamp.
            val carried = tempdir().toPath().resolve("quite/another/place").createParentDirectories()
            built.copyToRecursively(carried, followLinks = false)
            carried.resolve("store").walk().forEach { it.parent.setPosixFilePermissions(PosixFilePermissions.fromString("r-xr-xr-x")) }
            val without = tempdir().toPath().resolve("without")
            built.copyToRecursively(without, followLinks = false)
            without.resolve("store").deleteRecursively()

            val said = deployed(built.resolve("Deployed.java"), carried, without)
            said[0] shouldBe "[rev2]"
            said[1] shouldContain "no-compiler: 2 files are to be compiled, and there is no Kotlin compiler that works in this process"
            said[1] shouldContain "kotlin-scripting-jvm-host"
            said[1] shouldContain "mdb compile"
        }
    })
