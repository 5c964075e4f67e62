package dev.mdb.cli.command

import dev.mdb.cli.terminal.Pulse
import dev.mdb.cli.terminal.Talk
import dev.mdb.error.Location
import dev.mdb.graph.Direction
import dev.mdb.graph.Downgrade
import dev.mdb.graph.Reason
import dev.mdb.graph.Revision
import dev.mdb.graph.Step
import dev.mdb.migrate.StepReport
import dev.mdb.operation.BatchedOperation
import dev.mdb.operation.BlockContext
import dev.mdb.operation.Operation
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.collections.shouldContainExactly
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldContain
import io.kotest.matchers.string.shouldMatch
import java.io.ByteArrayOutputStream
import java.io.PrintStream
import java.time.Duration
import java.util.Optional
import java.util.OptionalLong

private object Backfill : BatchedOperation {
    override fun describe() = "backfill item"

    override fun start() = "0"

    override fun batch(cursor: String, context: BlockContext): BatchedOperation.Batch = throw AssertionError("not run")
}

private object Index : Operation {
    override fun describe() = "create index item_v"
}

private val revision =
    Revision("ab12", emptyList(), emptyList(), emptyList(), "Create items", emptyList(), Downgrade.Missing(), Location("a.kts", 1, 1))
private val step = Step(Direction.UPGRADE, revision, Reason.TARGET)

/** Progress with a clock that the test sets, and everything that came out. */
private class Show(terminal: Boolean, named: Boolean = false, quiet: Boolean = false, columns: Int = 80) {
    private val bytes = ByteArrayOutputStream()
    private var now = 0L
    private val talk = Talk(PrintStream(bytes, true, Charsets.UTF_8), quiet, terminal) { columns }
    private val pulse = Pulse.calm(talk) { now }
    val progress = Progress(talk, pulse, false, named) { now }
    val text get() = bytes.toString(Charsets.UTF_8)
    val lines get() = text.lines().dropLast(1)

    /** What stands on the terminal now: of each line what was written last, column by column. */
    val screen: List<String>
        get() =
            text.split("\n").map { line ->
                line.split("\r").fold("") { shown, part -> part + shown.drop(part.length) }.trimEnd()
            }

    fun seconds(until: Int, each: (Int) -> Unit = {}) {
        for (second in (now / 1_000_000_000 + 1).toInt()..until) {
            now = second * 1_000_000_000L
            each(second)
            pulse.tick()
        }
    }

    fun begin(operation: Operation) {
        progress.stepStarted("main", step, 1, 1)
        progress.operationStarted("main", step, operation, 1)
    }
}

class ProgressTest :
    FunSpec({
        test("without a terminal a long operation gives a line after ten seconds, then every thirty, with its time and who blocks it") {
            val show = Show(terminal = false)
            var blocker = Optional.empty<String>()
            show.progress.connected("main") { blocker }
            show.begin(Index)
            show.seconds(80) { if (it == 60) blocker = Optional.of("backend 12 (me@here)") }
            show.progress.operationFinished("main", step, Index, 1)
            show.progress.stepFinished("main", StepReport("ab12", Direction.UPGRADE, "Create items", 1, Duration.ofMillis(80_400)))
            show.lines.shouldContainExactly(
                "  ab12: create index item_v, 10 s",
                "  ab12: create index item_v, 40 s",
                "  ab12: create index item_v, 1 min 10 s, waits for backend 12 (me@here)",
                "upgraded ab12, Create items (1 min 20 s)",
            )
        }

        test("many short operations give the same lines as one that is long") {
            val show = Show(terminal = false)
            show.progress.stepStarted("main", step, 1, 1)
            show.seconds(45) {
                show.progress.operationFinished("main", step, Index, it)
                show.progress.operationStarted("main", step, Index, it)
            }
            show.lines.shouldContainExactly("  ab12: create index item_v, 0 s", "  ab12: create index item_v, 0 s")
        }

        test("on a terminal what takes longer than a second is drawn in one line, which is gone before the next") {
            val show = Show(terminal = true)
            show.begin(Index)
            show.text shouldBe ""
            show.seconds(3)
            show.screen.shouldContainExactly("  ab12: create index item_v, 3 s")
            show.progress.operationFinished("main", step, Index, 1)
            show.seconds(5)
            show.screen.shouldContainExactly("  ab12, Create items, 5 s")
            show.progress.stepFinished("main", StepReport("ab12", Direction.UPGRADE, "Create items", 1, Duration.ofMillis(5_230)))
            show.screen.shouldContainExactly("upgraded ab12, Create items (5.2 s)", "")
        }

        test("a line that is drawn fits the terminal, and its time is not what is cut off") {
            val show = Show(terminal = true, columns = 30)
            show.begin(Index)
            show.seconds(2)
            show.screen.single() shouldBe "  ab12: create index it…, 2 s"
        }

        test("of batches there is a line as rarely, with the rows so far, their rate and, where the end is known, an estimate") {
            val show = Show(terminal = false)
            show.begin(Backfill)
            show.seconds(40) {
                val total = if (it < 20) OptionalLong.of(100_000) else OptionalLong.empty()
                show.progress.batchFinished("main", step, Backfill, it * 1_000L, total)
            }
            show.lines.shouldContainExactly(
                "  ab12: backfill item: 10,000 rows so far, 1,000 a second, about 1 min 30 s for the other 90,000",
                "  ab12: backfill item: 40,000 rows so far, 1,000 a second",
            )
        }

        test("on a terminal batches draw a bar with their share, and it goes away") {
            val show = Show(terminal = true)
            show.begin(Backfill)
            show.progress.batchFinished("main", step, Backfill, 25_000, OptionalLong.of(100_000))
            show.seconds(2)
            show.screen.single() shouldMatch Regex("""  ab12: backfill .*25% \[=+>? *] +25000/100000 .*""")
            (show.screen.single().length < 80) shouldBe true
            show.progress.operationFinished("main", step, Backfill, 1)
            show.progress.stepFinished("main", StepReport("ab12", Direction.UPGRADE, "Create items", 1, Duration.ofMillis(2_000)))
            show.screen.shouldContainExactly("upgraded ab12, Create items (2.0 s)", "")
        }

        test("who is waited for is told, with the name of the resource where there are several") {
            val show = Show(terminal = false, named = true)
            show.progress.waitingForLock("main", "me@here, process 7")
            show.seconds(11)
            show.progress.connected("main") { Optional.empty() }
            show.progress.lockTimedOut("main", step, "the table is locked by backend 12", 1)
            show.lines.shouldContainExactly(
                "main: waiting for another run: me@here, process 7",
                "main: waiting, 10 s",
                "main:   the table is locked by backend 12; trying again (1)",
            )
        }

        test("what runs now can be asked for, with its age") {
            val show = Show(terminal = true)
            show.progress.running() shouldBe Optional.empty()
            show.begin(Index)
            show.seconds(12)
            show.progress.running().get() shouldContain "create index item_v, 12 s"
        }

        test("-q hears nothing") {
            val show = Show(terminal = true, quiet = true)
            show.begin(Index)
            show.seconds(60)
            show.progress.stepFinished("main", StepReport("ab12", Direction.UPGRADE, "Create items", 1, Duration.ofMillis(5_230)))
            show.text shouldBe ""
        }
    })
