package dev.mdb.testing

import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldStartWith

class TestServersTest :
    FunSpec({
        test("what was asked for is reported, also when there is no such server") {
            for (server in TestServers.entries) {
                val found = server.find()
                val line = TestServers.report().single { server.title in it.split(" ", ":") }
                line shouldStartWith if (found == null) "NOT RUN" else "run"
            }
        }

        test("a Redis that is closed has ended") {
            if (RedisBinary.available) {
                val server = RedisBinary.start()
                server.close()
                server.isAlive shouldBe false
            }
        }
    })
