package dev.mdb.dsl.model

import dev.mdb.dsl.operation.Rendering
import dev.mdb.error.MdbException
import dev.mdb.schema.Dialect
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.collections.shouldBeEmpty
import io.kotest.matchers.collections.shouldContainExactly
import io.kotest.matchers.collections.shouldHaveSize
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldContain
import org.jetbrains.exposed.v1.core.Sequence
import org.jetbrains.exposed.v1.core.Table
import java.nio.file.Files
import java.nio.file.Path
import java.util.jar.JarEntry
import java.util.jar.JarOutputStream
import kotlin.io.path.outputStream

/** Lines like `object A : Table("a")` are the models. */
class ModelObjectsTest :
    FunSpec({
        fun ModelProject.tables() =
            ModelObjects(open().models()).run {
                Rendering.inDialect(Dialect.SQLITE) { objects(Table::class.java) }.also { check() }.map { it.tableName }
            }

        fun problems(block: () -> Unit) = shouldThrow<MdbException>(block).problems()

        test("public objects are models, wherever they are nested; by the names of their classes") {
            withModels {
                model("b", "object B : Table(\"b\") { val id = integer(\"id\") }", "shop")
                model(
                    "a",
                    """
                    object A : Table("a") { object Inner : Table("inner") }
                    internal object I : Table("internal")
                    class Holder { companion object : Table("companion"); object Deep { object Deeper : Table("deeper") } }
                    """.trimIndent(),
                )
                tables() shouldContainExactly listOf("a", "inner", "companion", "deeper", "internal", "b")
            }
        }

        test("private objects, classes, abstract tables and objects that are no tables are left out") {
            withModels {
                model(
                    "a",
                    """
                    private object Hidden : Table("hidden")
                    abstract class Base(name: String) : Table(name)
                    class Plain : Table("plain")
                    object Outer { private object Secret : Table("secret"); val counter = 1 }
                    private object Around { object Within : Table("within") }
                    val anonymous = object : Table("anonymous") {}
                    object Only : Base("only")
                    """.trimIndent(),
                )
                tables() shouldContainExactly listOf("only")
            }
        }

        test("sequences are values of the top level and of objects") {
            withModels {
                model(
                    "a",
                    """
                    val first = Sequence("first")
                    private val hidden = Sequence("hidden")
                    object Numbers { val second = Sequence("second") }
                    """.trimIndent(),
                )
                ModelObjects(open().models()).values(Sequence::class.java).map { it.name } shouldContainExactly listOf("first", "second")
            }
        }

        test("unchanged models are compiled once, edited ones again") {
            withModels {
                model("a", "object A : Table(\"a\")")
                tables() shouldContainExactly listOf("a")
                tables() shouldContainExactly listOf("a")
                compiler.asked shouldHaveSize 1
                model("b", "object B : Table(\"bee\")")
                tables() shouldContainExactly listOf("a", "bee")
                tables() shouldContainExactly listOf("a", "bee")
                compiler.asked shouldHaveSize 2
            }
        }

        test("models of a folder see each other and the dsl; single files, hidden files, several entries") {
            withModels("models = ['models', 'more/One.kt']") {
                model("a", "object A : Table(\"a\") { val id = integer(\"id\"); val b = integer(\"b\").references(shop.sub.B.id) }", "shop")
                model("sub/b", "object B : Table(\"b\") { val id = integer(\"id\") }", "shop.sub")
                model("sub/.hidden", "this is no Kotlin")
                file("more/One.kt", "package more\nobject One : org.jetbrains.exposed.v1.core.Table(\"one\")")
                file("more/Two.kt", "this is no Kotlin")
                tables() shouldContainExactly listOf("one", "a", "b")
            }
        }

        test("an empty folder has no models") {
            withModels {
                file("models/readme.txt", "soon")
                tables().shouldBeEmpty()
                compiler.asked.shouldBeEmpty()
            }
        }

        test("what does not compile is told with its place, all of it") {
            withModels {
                model("a", "object A : Table(\"a\") {\n    val id = integr(\"id\")\n}")
                model("sub/b", "object B : Tabel(\"b\")")
                val problems = problems { tables() }
                problems.map { it.at().get().toString() } shouldContainExactly listOf("models/a.kt:3:14", "models/sub/b.kt:2:12")
                problems.map { it.code() }.toSet() shouldBe setOf("does-not-compile")
                problems.first().resource().get() shouldBe "main"
            }
        }

        test("a model that fails when it is loaded is told with its place, once") {
            withModels {
                model("a", "object A : Table(\"a\") {\n    val id = integer(\"id\").check { error(\"no luck\") }\n}")
                model("b", "object B : Table(\"b\") { val a = integer(\"a\").references(A.id) }")
                val problem = problems { tables() }.single()
                problem.code() shouldBe "model-failed"
                problem.at().get().toString() shouldBe "models/a.kt:3:5"
                problem.message() shouldContain "no luck"
            }
        }

        test("objects that need each other to be complete are told") {
            withModels {
                model("a", "object A : Table(\"a\") { val b = integer(\"b\").references(B.id); val id = integer(\"id\") }")
                model("b", "object B : Table(\"b\") { val a = integer(\"a\").references(A.id); val id = integer(\"id\") }")
                val problem = problems { tables() }.first()
                problem.code() shouldBe "model-failed"
                problem.help().get() shouldContain "as texts"
            }
        }

        /** The compiled models of the project as a jar. */
        fun ModelProject.jar(name: String): Path {
            val models = open().models()
            val jar = base.resolve(name)
            JarOutputStream(jar.outputStream()).use { out ->
                for (each in models.names()) {
                    out.putNextEntry(JarEntry(each.replace('.', '/') + ".class"))
                    out.write(bytes(models.loader(), each))
                }
            }
            return jar
        }

        test("packages and classes of jars") {
            withModels("models = ['models']") {
                model("a", "object A : Table(\"a\") { object Inner : Table(\"inner\") }\nobject Ab : Table(\"ab\")", "com.acme.shop")
                model("b", "object B : Table(\"b\")", "com.acme.shop.sub")
                model("c", "object C : Table(\"c\")", "com.acme.shopping")
                jar("shop.jar")

                fun tables(models: String): List<String> {
                    file("mdb.toml", "[resources.main]\nurl = 'sqlite:main.db'\nclasspath = ['shop.jar']\nmodels = [$models]\n")
                    return tables()
                }
                tables("'com.acme.shop'") shouldContainExactly listOf("a", "inner", "ab", "b")
                tables("'com.acme.shop.A'") shouldContainExactly listOf("a", "inner")
                tables("'com.acme.shop.sub', 'com.acme.shopping.C'") shouldContainExactly listOf("b", "c")
                compiler.asked shouldHaveSize 1
            }
        }

        test("models that need a class that is in no jar say so") {
            withModels {
                model("a", "open class Base(name: String) : Table(name)", "shop")
                model("b", "object B : Base(\"b\")", "shop")
                val whole = jar("shop.jar")
                val part = base.resolve("part.jar")
                java.util.zip.ZipFile(whole.toFile()).use { zip ->
                    JarOutputStream(part.outputStream()).use { out ->
                        out.putNextEntry(JarEntry("shop/B.class"))
                        out.write(zip.getInputStream(zip.getEntry("shop/B.class")).readAllBytes())
                    }
                }
                file("mdb.toml", "[resources.main]\nurl = 'sqlite:main.db'\nclasspath = ['part.jar']\nmodels = ['shop']\n")
                val problem = problems { tables() }.single()
                problem.message() shouldBe "the model's class shop.B cannot be loaded: it needs shop.Base"
            }
        }

        test("an entry that is nothing, and no models at all") {
            withModels("models = ['modles']") {
                val problem = problems { tables() }.single()
                problem.toString() shouldBe "mdb.toml:3:1: models: there is no folder or file 'modles'"
                problem.exitStatus() shouldBe 2
            }
            withModels("models = ['com.acme.shop']\nclasspath = ['absent.jar']") {
                problems { tables() }.single().message() shouldBe
                    "models: there is no folder or file 'com.acme.shop', and no package or class on classpath"
            }
            withModels("") {
                val problem = problems { tables() }.single()
                problem.message() shouldBe "resource 'main' has no models"
                problem.help().get() shouldContain "models = [\"models\"]"
            }
        }

        test("a damaged jar is told, not taken for an empty one") {
            withModels("models = ['com.acme']\nclasspath = ['bad.jar']") {
                Files.writeString(base.resolve("bad.jar"), "no jar")
                problems { tables() }.single().code() shouldBe "bad-classpath"
            }
        }
    })

private fun dev.mdb.error.Problem.exitStatus() = category().exitStatus()

private fun bytes(loader: ClassLoader, name: String): ByteArray {
    val field = loader.javaClass.getDeclaredField("classes").apply { isAccessible = true }

    @Suppress("UNCHECKED_CAST")
    val classes = field.get(loader) as java.util.function.Function<String, java.util.Optional<ByteArray>>
    return classes.apply(name).get()
}
