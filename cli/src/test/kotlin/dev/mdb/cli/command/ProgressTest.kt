package dev.mdb.cli.command

import dev.mdb.error.Location
import dev.mdb.graph.Direction
import dev.mdb.graph.Downgrade
import dev.mdb.graph.Reason
import dev.mdb.graph.Revision
import dev.mdb.graph.Step
import dev.mdb.operation.BatchedOperation
import dev.mdb.operation.BlockContext
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.collections.shouldContainExactly
import java.util.OptionalLong

private object Backfill : BatchedOperation {
    override fun describe() = "backfill item"

    override fun start() = "0"

    override fun batch(cursor: String, context: BlockContext): BatchedOperation.Batch = throw AssertionError("not run")
}

class ProgressTest :
    FunSpec({
        val revision =
            Revision("a", emptyList(), emptyList(), emptyList(), "m", emptyList(), Downgrade.Missing(), Location("a.kts", 1, 1))
        val step = Step(Direction.UPGRADE, revision, Reason.TARGET)

        test("of batches there is a line a second, with the rows so far, their rate and, where the end is known, an estimate") {
            val lines = ArrayList<String>()
            var now = 0L
            val progress = Progress(lines::add, false, false) { now }
            progress.operationStarted("main", step, Backfill, 1)
            for (batch in 1..30) {
                now = batch * 100_000_000L
                progress.batchFinished(
                    "main",
                    step,
                    Backfill,
                    batch * 1_000L,
                    if (batch <
                        20
                    ) {
                        OptionalLong.of(100_000)
                    } else {
                        OptionalLong.empty()
                    },
                )
            }
            lines.shouldContainExactly(
                "  backfill item: 10,000 rows so far, 10,000 a second, about 9 s for the other 90,000",
                "  backfill item: 20,000 rows so far, 10,000 a second",
                "  backfill item: 30,000 rows so far, 10,000 a second",
            )
        }

        test("who is waited for is told, with the name of the resource where there are several") {
            val lines = ArrayList<String>()
            val progress = Progress(lines::add, false, true) { 0L }
            progress.waitingForLock("main", "me@here, process 7")
            progress.lockTimedOut("main", step, "the table is locked by backend 12", 1)
            lines.shouldContainExactly(
                "main: waiting for another run: me@here, process 7",
                "main:   the table is locked by backend 12; trying again (1)",
            )
        }
    })
