package dev.mdb.migrate

import dev.mdb.resource.Kind
import dev.mdb.testing.CuttingProxy
import io.kotest.core.spec.style.FunSpec

/**
 * A run of five revisions is broken off before and after each call that writes; what `mdb upgrade` or `mdb resume` make of it then
 * is the same as if nothing had happened.
 */
class KillMatrixTest :
    FunSpec({
        for (kind in Kind.entries) {
            test("$kind: the client is killed") {
                matrix(kind) { matrix ->
                    var next = ClientProcess(folder)
                    matrix.survives("client killed", listOf(Moment.BEFORE)) { point, _ ->
                        val client = next
                        client.run(url, point.number)
                        next = ClientProcess(folder)
                        client.killAtPoint()
                        matrix.ground.expireLease()
                    }
                    next.close()
                }
            }
        }

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
