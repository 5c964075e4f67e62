package dev.mdb.migrate

import dev.mdb.resource.Kind
import dev.mdb.testing.CuttingProxy
import io.kotest.core.spec.style.FunSpec

/** As [KillMatrixTest]; here the run goes on, and its connections end before, in and after each call that writes. */
class CutMatrixTest :
    FunSpec({
        for (kind in Kind.entries - Kind.SQLITE) {
            test("$kind: the server ends the sessions") {
                matrix(kind) { matrix ->
                    matrix.survives("session ended", listOf(Moment.BEFORE, Moment.AFTER)) { point, moment ->
                        matrix.breakOff(resource, point) { call ->
                            if (moment == Moment.AFTER) call()
                            matrix.ground.endSessions()
                            if (moment == Moment.BEFORE) call()
                        }
                    }
                }
            }

            test("$kind: the connection is cut") {
                matrix(kind) { matrix ->
                    val port = Regex(":(\\d+)/").find(url)!!.groupValues[1]
                    CuttingProxy(port.toInt()).use { proxy ->
                        val resource = open(url = url.replace(":$port/", ":${proxy.port}/"))
                        matrix.survives("connection cut", Moment.entries) { point, moment ->
                            matrix.breakOff(resource, point) { call ->
                                when (moment) {
                                    Moment.BEFORE -> proxy.cut().also { call() }
                                    Moment.UNANSWERED -> if (!proxy.swallowingReplies(call)) proxy.cut()
                                    Moment.AFTER -> call().also { proxy.cut() }
                                }
                            }
                        }
                    }
                }
            }
        }
    })
