package example

import dev.mdb.Mdb
import dev.mdb.graph.Plan
import dev.mdb.migrate.MigrationFailed
import dev.mdb.migrate.MigrationListener
import dev.mdb.migrate.StepReport
import java.nio.file.Path
import kotlin.concurrent.thread

/** Each tenant has a database of its own; all are migrated at the same time. */
fun main() {
    listOf("acme", "globex").map { tenant -> thread(name = tenant) { migrate(tenant) } }.forEach(Thread::join)
}

private fun migrate(tenant: String) {
    Mdb
        .at(Path.of("mdb.toml"))
        .url("shop", "sqlite:$tenant.db")
        .argument("TENANT", tenant)
        .listener(Told(tenant))
        .open()
        .use { mdb ->
            try {
                mdb.resource("shop").upgrade("head")
            } catch (e: MigrationFailed) {
                val done = e.report().resources().single().steps().map(StepReport::revision)
                println("$tenant: stopped after $done: ${e.problems().first()}")
            }
        }
}

/** Is called by the thread that migrates. */
private class Told(private val tenant: String) : MigrationListener {
    override fun planned(resource: String, plan: Plan) = println("$tenant: ${plan.steps.size} revisions to apply")

    override fun waitingForLock(resource: String, holder: String) = println("$tenant: waiting for $holder")

    override fun stepFinished(resource: String, step: StepReport) = println("$tenant: applied ${step.revision}")
}
