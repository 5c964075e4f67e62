package dev.mdb.project

import dev.mdb.error.Category
import dev.mdb.error.Location
import dev.mdb.error.Problem
import dev.mdb.graph.Downgrade
import dev.mdb.graph.Revision
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.shouldBe
import java.io.ByteArrayInputStream
import java.io.ByteArrayOutputStream
import java.io.IOException
import java.nio.file.Path

class CompilerProtocolTest :
    FunSpec({
        test("a request arrives as it was sent") {
            val source = CompileRequest.Source("a.migration.kts", "v/a.migration.kts", "revision { } // ä😀\n")
            val request = CompileRequest(listOf(CompileRequest.Folder("k", listOf(source), listOf(source))), listOf(Path.of("/x y.jar")))
            val sent = ByteArrayOutputStream().also { CompilerProtocol.send(request, it) }
            CompilerProtocol.receiveRequest(ByteArrayInputStream(sent.toByteArray())) shouldBe request
        }

        test("a result arrives as it was sent") {
            val header = Revision("a", listOf(), listOf(), listOf(), "", listOf(), Downgrade.Missing(), Location("v/a", 1, 2))
            val script = CompileResult.Script("a", header, "p.A", mapOf("p.A" to byteArrayOf(1, 2)))
            val problem = Problem.of(Category.GRAPH, "no-id", "no id").at(Location("v/b", 3, 4)).help("add one")
            val result =
                CompileResult(
                    listOf(CompileResult.Folder("k", listOf(script), mapOf("lib.L" to byteArrayOf(3)))),
                    listOf(problem, Problem.of(Category.FAILED, "x", "y")),
                )
            val sent = ByteArrayOutputStream().also { CompilerProtocol.send(result, it) }
            val received = CompilerProtocol.receiveResult(ByteArrayInputStream(sent.toByteArray()))
            received.problems() shouldBe result.problems()
            received.folders().single().scripts().single().run {
                header() shouldBe header
                mainClass() shouldBe "p.A"
                classes().getValue("p.A").toList() shouldBe listOf<Byte>(1, 2)
            }
        }

        test("a message that is cut short is an error") {
            val sent = ByteArrayOutputStream().also { CompilerProtocol.send(CompileResult(listOf(), listOf()), it) }
            for (length in 0 until sent.size()) {
                shouldThrow<IOException> { CompilerProtocol.receiveResult(ByteArrayInputStream(sent.toByteArray(), 0, length)) }
            }
        }
    })
