package dev.mdb.cli

import dev.mdb.project.ScriptCompiler
import io.kotest.core.spec.style.FunSpec
import io.kotest.engine.spec.tempdir
import io.kotest.matchers.collections.shouldBeEmpty
import io.kotest.matchers.ints.shouldBeGreaterThan
import io.kotest.matchers.shouldBe

class TrainingTest :
    FunSpec({
        test("every class of the drivers that goes into the archive is there; else cli/benchmarks/driver-classes is to be run") {
            val names =
                checkNotNull(
                    Training::class.java.getResource("training/driver.classes"),
                ).readText().lines().filter { it.isNotEmpty() }
            names.size shouldBeGreaterThan 1000
            // What a JDK has inside is another matter in the next one.
            val libraries = names.filterNot { it.startsWith("java") || it.startsWith("jdk.") || it.startsWith("sun.") }
            libraries.filter { runCatching { Class.forName(it, false, Training::class.java.classLoader) }.isFailure }.shouldBeEmpty()
        }

        test("the scripts that are trained on run both ways") {
            val folder = CommandLineFolder(tempdir().toPath(), ScriptCompiler.embedded())
            folder.run("init").status shouldBe 0
            Training.SCRIPTS.forEach { Training.copy(it, folder.path.resolve("versions")) }
            folder.run("upgrade", "heads").status shouldBe 0
            folder.run("downgrade", "base").status shouldBe 0
        }
    })
