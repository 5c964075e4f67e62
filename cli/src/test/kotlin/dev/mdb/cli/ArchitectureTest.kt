package dev.mdb.cli

import com.tngtech.archunit.core.importer.ClassFileImporter
import com.tngtech.archunit.core.importer.ImportOption
import com.tngtech.archunit.lang.ArchRule
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses
import com.tngtech.archunit.library.Architectures.layeredArchitecture
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.collections.shouldNotBeEmpty

/** The rules of ARCHITECTURE.md that a compiler does not keep. */
class ArchitectureTest :
    FunSpec({
        val classes =
            ClassFileImporter()
                .withImportOption(ImportOption.DoNotIncludeTests())
                // The engine's test servers are on this class path: as a folder in `mvn test`, as a jar in `mvn verify`.
                .withImportOption { !it.contains("-tests.jar") }
                .importPackages("dev.mdb")
        val engine =
            arrayOf(
                "dev.mdb",
                "dev.mdb.error..",
                "dev.mdb.graph..",
                "dev.mdb.schema..",
                "dev.mdb.operation..",
                "dev.mdb.resource..",
                "dev.mdb.project..",
                "dev.mdb.migrate..",
            )
        val dsl = "dev.mdb.dsl.."
        val cli = "dev.mdb.cli.."

        fun forbid(
            from: Array<String>,
            vararg to: String,
        ): ArchRule =
            noClasses()
                .that()
                .resideInAnyPackage(*from)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(*to)

        test("all three modules are looked at") {
            for (module in listOf("dev.mdb.error", "dev.mdb.dsl", "dev.mdb.cli")) {
                classes.filter { it.packageName.startsWith(module) }.shouldNotBeEmpty()
            }
        }

        test("the engine's packages only know those below them, and nobody knows a module above") {
            layeredArchitecture()
                .consideringOnlyDependenciesInAnyPackage("dev.mdb..")
                .layer("error")
                .definedBy("dev.mdb.error..")
                .layer("graph")
                .definedBy("dev.mdb.graph..")
                .layer("schema")
                .definedBy("dev.mdb.schema..")
                .layer("operation")
                .definedBy("dev.mdb.operation..")
                .layer("resource")
                .definedBy("dev.mdb.resource..")
                .layer("project")
                .definedBy("dev.mdb.project..")
                .layer("migrate")
                .definedBy("dev.mdb.migrate..")
                .layer("library")
                .definedBy("dev.mdb")
                .layer("dsl")
                .definedBy(dsl)
                .layer("cli")
                .definedBy(cli)
                .whereLayer("cli")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("dsl")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("library")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("migrate")
                .mayOnlyBeAccessedByLayers("library", "cli")
                .whereLayer("project")
                .mayOnlyBeAccessedByLayers("migrate", "library", "dsl", "cli")
                .whereLayer("resource")
                .mayOnlyBeAccessedByLayers("project", "migrate", "library", "dsl", "cli")
                .whereLayer("operation")
                .mayOnlyBeAccessedByLayers("resource", "project", "migrate", "library", "dsl", "cli")
                .whereLayer("schema")
                .mayOnlyBeAccessedByLayers("operation", "resource", "project", "migrate", "library", "dsl", "cli")
                .whereLayer("graph")
                .mayOnlyBeAccessedByLayers("operation", "resource", "project", "migrate", "library", "dsl", "cli")
                .check(classes)
        }

        test("the graph is pure: no files, no clock, no network, no threads") {
            forbid(
                arrayOf("dev.mdb.graph.."),
                "java.io..",
                "java.nio..",
                "java.time..",
                "java.net..",
                "java.util.concurrent..",
            ).check(classes)
        }

        test("the engine knows neither Kotlin nor Exposed nor the terminal") {
            forbid(engine, "kotlin..", "kotlinx..", "org.jetbrains..", "picocli..").check(classes)
            noClasses()
                .that()
                .resideInAnyPackage(*engine)
                .should()
                .accessField(System::class.java, "out")
                .orShould()
                .accessField(System::class.java, "err")
                .check(classes)
        }

        test("a resource's own package is known to nobody but itself") {
            for (kind in listOf("sqlite", "postgres", "mysql", "redis")) {
                noClasses()
                    .that()
                    .resideOutsideOfPackage("dev.mdb.resource.$kind..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("dev.mdb.resource.$kind..")
                    .allowEmptyShould(true)
                    .check(classes)
            }
        }

        test("SQL drivers stay inside the resources") {
            noClasses()
                .that()
                .resideOutsideOfPackages("dev.mdb.resource..", dsl)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "javax.sql..", "org.sqlite..", "io.lettuce..")
                .check(classes)
        }

        test("the command line knows neither SQL nor Redis nor a kind of resource") {
            forbid(arrayOf(cli), "java.sql..", "javax.sql..", "io.lettuce..", "org.sqlite..", "dev.mdb.resource.*..").check(classes)
        }

        test("the language of scripts does not know the terminal") {
            forbid(arrayOf(dsl), "picocli..", cli).check(classes)
        }

        test("reports know no command") {
            forbid(arrayOf("dev.mdb.cli.report.."), "dev.mdb.cli.command..", "picocli..").check(classes)
        }

        test("the JSON library is known to one class that writes it, and to one that reads data files") {
            noClasses()
                .that()
                .doNotHaveFullyQualifiedName("dev.mdb.cli.report.Json")
                .and()
                .haveNameNotMatching("dev\\.mdb\\.dsl\\.operation\\.JsonFile(\\$.*)?")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.fasterxml..")
                .check(classes)
        }
    })
