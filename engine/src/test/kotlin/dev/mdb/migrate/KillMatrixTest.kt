package dev.mdb.migrate

import dev.mdb.resource.Kind
import io.kotest.core.spec.style.FunSpec

/**
 * A process that runs five revisions is killed before each call that writes; what `mdb upgrade` or `mdb resume` make of it then is the
 * same as if nothing had happened.
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
    })
