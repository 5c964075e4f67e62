package dev.mdb.migrate

import dev.mdb.error.Location
import dev.mdb.graph.AppliedSet
import dev.mdb.graph.Dependency
import dev.mdb.graph.Direction
import dev.mdb.graph.Downgrade
import dev.mdb.graph.Plan
import dev.mdb.graph.Planner
import dev.mdb.graph.Reason
import dev.mdb.graph.Revision
import dev.mdb.graph.RevisionGraph
import dev.mdb.graph.Step
import dev.mdb.graph.Target
import dev.mdb.operation.Block
import dev.mdb.operation.BlockContext
import dev.mdb.operation.TransactionMode
import dev.mdb.project.Preparation
import dev.mdb.project.RevisionDefinition
import dev.mdb.project.RevisionScripts
import dev.mdb.project.ScriptEntry
import dev.mdb.resource.Resource
import dev.mdb.resource.RunOwner
import dev.mdb.resource.Sql
import java.nio.file.Path
import java.time.Clock
import java.time.Duration
import java.time.Instant
import java.time.ZoneOffset
import java.util.Optional

/** Revisions whose blocks are written in the test. */
class TestScripts : RevisionScripts {
    private val definitions = LinkedHashMap<String, RevisionDefinition>()

    fun revision(
        id: String,
        vararg parents: String,
        dependsOn: List<Dependency> = emptyList(),
        replaces: List<String> = emptyList(),
        transaction: TransactionMode = TransactionMode.PER_REVISION,
        downgrade: (BlockContext.() -> Unit)? = {},
        upgrade: BlockContext.() -> Unit,
    ) {
        val header =
            Revision(
                id,
                parents.asList(),
                dependsOn,
                emptyList(),
                "message of $id",
                replaces,
                if (downgrade == null) Downgrade.Missing() else Downgrade.Present(),
                Location("$id.migration.kts", 1, 1),
            )
        definitions[id] =
            RevisionDefinition(
                header,
                transaction,
                Optional.of(Block { it.upgrade() }),
                Optional.ofNullable(downgrade?.let { body -> Block { it.body() } }),
            )
    }

    override fun entry(id: String): Optional<ScriptEntry> =
        Optional
            .ofNullable(
                definitions[id],
            ).map { ScriptEntry(Path.of("").toAbsolutePath(), "$id.migration.kts", "hash of $id", it.header()) }

    override fun addTo(preparation: Preparation, ids: Collection<String>) = Unit

    override fun define(id: String): RevisionDefinition = definitions.getValue(id)

    override fun locate(thrown: Throwable, entry: ScriptEntry): Optional<Location> = Optional.of(Location(entry.id() + ".kts", 7, 3))

    val graph: RevisionGraph get() = RevisionGraph.load(definitions.values.map { it.header() }).graph()

    fun upgrade(resource: Resource, vararg targets: String, name: String = "test") =
        task(resource, name) { planner, applied, also -> planner.upgrade(targets.map(Target::parse) + also.map(Target::named), applied) }

    fun downgrade(resource: Resource, target: String, name: String = "test") =
        task(resource, name) { planner, applied, _ -> planner.downgrade(Target.parse(target), applied, false) }

    private fun task(resource: Resource, name: String, plan: (Planner, AppliedSet, Set<String>) -> Plan) =
        MigrationTask(name, resource, this, graph) { applied, also -> plan(Planner(graph), applied, also) }
}

fun BlockContext.sql(text: String, vararg parameters: Any?) = run(Sql(text, *parameters))

val testClock: Clock = Clock.fixed(Instant.parse("2026-11-21T09:30:00Z"), ZoneOffset.UTC)
val testOwner = RunOwner("tester", "testhost", 42, "mdb test")

fun settings(vararg arguments: Pair<String, String>, lockWait: Duration = Duration.ofSeconds(30)) = RunSettings(mapOf(*arguments), lockWait)

fun migrator(listener: MigrationListener = MigrationListener.silent()) = Migrator(testOwner, testClock, listener)

/** For a journal that a test writes by hand. */
internal fun TestScripts.retry(
    id: String,
) = LockRetry(MigrationListener.silent(), "test", Step(Direction.UPGRADE, graph.find(id).get(), Reason.TARGET))
