package dev.mdb.dsl.compiler

import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.collections.shouldContain
import io.kotest.matchers.collections.shouldContainAll
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldContain
import java.io.File
import java.net.URLClassLoader
import java.nio.file.Path
import kotlin.io.path.exists
import kotlin.io.path.listDirectoryEntries
import kotlin.io.path.name
import kotlin.script.experimental.api.KotlinType
import kotlin.script.experimental.api.ScriptAcceptedLocation
import kotlin.script.experimental.api.ScriptCompilationConfiguration
import kotlin.script.experimental.api.acceptedLocations
import kotlin.script.experimental.api.defaultImports
import kotlin.script.experimental.api.dependencies
import kotlin.script.experimental.api.fileExtension
import kotlin.script.experimental.api.ide
import kotlin.script.experimental.host.ScriptingHostConfiguration
import kotlin.script.experimental.host.configurationDependencies
import kotlin.script.experimental.host.createCompilationConfigurationFromTemplate
import kotlin.script.experimental.host.getScriptingClass
import kotlin.script.experimental.jvm.JvmDependency
import kotlin.script.experimental.jvm.JvmGetScriptingClass
import kotlin.script.experimental.jvm.defaultJvmScriptingHostConfiguration

/** The way of an IDE to completion in scripts: a marker in a jar, a class of that name, its configuration. No IDE is asked. */
class ScriptTemplateTest :
    FunSpec({
        // SCRIPT_DEFINITION_MARKERS_PATH and ..._EXTENSION_WITH_DOT of the Kotlin compiler and of the IDE's plugin.
        val markers = Path.of("src/main/resources/META-INF/kotlin/script/templates")
        val template =
            markers
                .listDirectoryEntries()
                .single()
                .name
                .removeSuffix(".classname")

        /** What the jar of the DSL brings along, without compiler, host and tests. */
        val classPath =
            (System.getProperty("surefire.test.class.path") ?: System.getProperty("java.class.path"))
                .split(File.pathSeparator)
                .filterNot { entry ->
                    listOf("test-classes", "-tests.jar", "kotlin-compiler", "kotlin-scripting-compiler", "kotlin-scripting-jvm-host").any {
                        it in
                            entry
                    }
                }.map(::File)

        test("the marker ends as IDE and compiler want it, and the compiler knows no other ending") {
            markers.listDirectoryEntries().single().name shouldBe "dev.mdb.dsl.MigrationScript.classname"
            // The letter too many is theirs.
            val constants = Class.forName("org.jetbrains.kotlin.scripting.definitions.ScriptiDefinitionsFromClasspathDiscoverySourceKt")
            constants.getField("SCRIPT_DEFINITION_MARKERS_PATH").get(null) shouldBe "META-INF/kotlin/script/templates/"
            constants.getField("SCRIPT_DEFINITION_MARKERS_EXTENSION_WITH_DOT").get(null) shouldBe ".classname"
        }

        test("template and configuration load with the dependencies of the DSL alone") {
            URLClassLoader(classPath.map { it.toURI().toURL() }.toTypedArray(), ClassLoader.getPlatformClassLoader()).use { loader ->
                val annotation =
                    Class
                        .forName(
                            template,
                            true,
                            loader,
                        ).annotations
                        .single { it.annotationClass.simpleName == "KotlinScript" }
                annotation.toString() shouldContain "migration.kts"
                val configuration = Class.forName("dev.mdb.dsl.compiler.MigrationCompilation", true, loader)
                configuration
                    .getField("INSTANCE")
                    .get(null)
                    .javaClass.classLoader shouldBe loader
            }
        }

        test("the configuration that is made of the template has extension, imports, class path and place") {
            val host =
                ScriptingHostConfiguration(defaultJvmScriptingHostConfiguration) {
                    configurationDependencies(JvmDependency(classPath))
                    getScriptingClass(JvmGetScriptingClass())
                }
            val configuration =
                createCompilationConfigurationFromTemplate(KotlinType(template), host, ScriptCompilationConfiguration::class)
            configuration[ScriptCompilationConfiguration.fileExtension] shouldBe "migration.kts"
            configuration[ScriptCompilationConfiguration.defaultImports]!! shouldContainAll
                listOf("dev.mdb.dsl.*", "org.jetbrains.exposed.v1.core.*")
            configuration[ScriptCompilationConfiguration.ide.acceptedLocations]!! shouldContain ScriptAcceptedLocation.Everywhere
            val jars = configuration[ScriptCompilationConfiguration.dependencies]!!.flatMap { (it as JvmDependency).classpath }
            jars.all { it.toPath().exists() } shouldBe true
            for (name in listOf("dsl", "engine", "exposed-core", "kotlin-stdlib")) jars.any { name in it.path } shouldBe true
        }
    })
