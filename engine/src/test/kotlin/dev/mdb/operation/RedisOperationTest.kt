package dev.mdb.operation

import dev.mdb.error.MdbException
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.shouldBe
import io.kotest.matchers.shouldNotBe
import io.kotest.matchers.string.shouldContain

private fun line(vararg arguments: Any) = RedisCommand.of("set", *arguments).toString()

class RedisOperationTest :
    FunSpec({
        test("a command is printed as redis-cli reads it") {
            line("posts:1", "plain") shouldBe "SET posts:1 plain"
            line("k", "two words") shouldBe """SET k "two words""""
            line("k", "") shouldBe """SET k """""
            line("k", "it's \"so\" \\ so") shouldBe """SET k "it's \"so\" \\ so""""
            line("k", "a\nb\tc\r\u0001") shouldBe """SET k "a\nb\tc\r\x01""""
            line("k", "grüße_修订") shouldBe "SET k grüße_修订"
            line("k", 5, 2.5) shouldBe "SET k 5 2.5"
        }

        test("bytes that are no text are printed as escapes, byte by byte") {
            line("k", byteArrayOf(0, -1, 65, 34)) shouldBe """SET k "\x00\xffA\"""""
        }

        test("a value that is no text, number or bytes is refused: its text would be an accident") {
            shouldThrow<IllegalArgumentException> { line("k", listOf(1)) }.message.orEmpty() shouldContain "List"
            shouldThrow<IllegalArgumentException> { line("k", true) }.message.orEmpty() shouldContain "Boolean"
        }

        test("the description names the keys and keeps the values to itself") {
            val commands = (1..5).map { RedisCommand.of("set", "key:$it", "secret") }
            RedisOperation(commands).describe() shouldBe "set key:1, set key:2, set key:3 and 2 more"
        }

        test("the hash is the same for the same commands, and another for others") {
            val hash = { arguments: List<Any> -> RedisOperation(listOf(RedisCommand.of("rpush", *arguments.toTypedArray()))).hash() }
            hash(listOf("a", "b")) shouldBe hash(listOf("a", "b"))
            hash(listOf("a", "b")) shouldNotBe hash(listOf("ab", ""))
            hash(listOf("a", "b")) shouldNotBe hash(listOf("a", "b", ""))
            hash(listOf("a", "b")).length shouldBe 64
        }

        test("commands that would take mdb's transaction, connection or state from it are refused when they are recorded") {
            for (name in listOf("MULTI", "exec", "Select", "FLUSHALL", "flushdb", "SWAPDB", "WATCH", "AUTH", "QUIT")) {
                val problem = shouldThrow<MdbException> { RedisOperation(listOf(RedisCommand.of(name, 1))) }.problems().single()
                problem.code() shouldBe "refused-command"
                problem.message() shouldContain name.uppercase()
            }
        }
    })
