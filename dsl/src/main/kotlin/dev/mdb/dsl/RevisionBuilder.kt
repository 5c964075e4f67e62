package dev.mdb.dsl

import dev.mdb.error.Location
import dev.mdb.graph.Dependency
import dev.mdb.graph.Downgrade
import dev.mdb.graph.Revision
import dev.mdb.operation.Block
import dev.mdb.project.RevisionDefinition
import dev.mdb.project.ScriptFault
import java.util.Optional

/** What stands inside `revision { }`. */
@MigrationDsl
public class RevisionBuilder internal constructor() {
    /** The name of the revision: letters, digits, `_` and `.`, up to 255 of them. It must be given. */
    public var id: String? = null

    /** One line that says what the revision does. */
    public var message: String = ""

    /** Whether the blocks run in a transaction, where the engine can. */
    public var transaction: Transaction = Transaction.PER_REVISION

    private val parents = ArrayList<String>()
    private val dependencies = ArrayList<Dependency>()
    private val labels = ArrayList<String>()
    private val replaces = ArrayList<String>()
    private var upgrade: Block? = null
    private var downgrade: Block? = null
    private var irreversible: Downgrade.Irreversible? = null

    /** The revisions this one follows. None: it begins a line. Several: it merges them. */
    public fun down(vararg ids: String) {
        parents += ids
    }

    /**
     * Revisions that must be applied first although they are no parents.
     *
     * @param names ids or labels
     * @param optional the dependency drops out when no revision has the name
     * @param on the other resource whose revisions are meant
     */
    public fun dependsOn(vararg names: String, optional: Boolean = false, on: String? = null) {
        names.mapTo(dependencies) { Dependency(it, optional, Optional.ofNullable(on)) }
    }

    /** Names by which the line that begins here can be called. */
    public fun branch(vararg labels: String) {
        this.labels += labels
    }

    /** The revisions that this one was squashed from, oldest first. */
    public fun replaces(vararg ids: String) {
        replaces += ids
    }

    public fun upgrade(block: OperationScope.() -> Unit) {
        if (upgrade != null) throw second("upgrade")
        upgrade = Block { context -> OperationScope(context).block() }
    }

    public fun downgrade(block: OperationScope.() -> Unit) {
        if (downgrade != null) throw second("downgrade")
        if (irreversible != null) throw contradiction("downgrade")
        downgrade = Block { context -> OperationScope(context).block() }
    }

    /**
     * An upgrade whose downgrade takes everything back by itself, last things first. Before either runs, every operation of the block
     * is asked for its inverse, and the one that has none is named with its line. The block cannot ask the database.
     */
    public fun reversible(block: OperationScope.() -> Unit) {
        upgrade {
            undoable(block)
            block()
        }
        downgrade { undo(block) }
    }

    /** Says that there is no way back, and why; a plan that would need one shows the reason. */
    public fun irreversible(why: String) {
        if (downgrade != null) throw contradiction("irreversible")
        irreversible = Downgrade.Irreversible(why)
    }

    internal fun build(): RevisionDefinition {
        val header = Revision(id ?: throw noId(), parents, dependencies, labels, message, replaces, wayBack(), NOWHERE)
        return RevisionDefinition(header, transaction, Optional.ofNullable(upgrade), Optional.ofNullable(downgrade))
    }

    private fun wayBack(): Downgrade = irreversible ?: if (downgrade == null) Downgrade.Missing() else Downgrade.Present()

    private fun noId() = ScriptFault("no-id", "revision", "the revision has no id", "add a line: id = \"…\"")

    private fun second(block: String) =
        ScriptFault("several-${block}s", block, "second $block { } in the revision", "put both into one block")

    private fun contradiction(keyword: String) =
        ScriptFault(
            "downgrade-and-irreversible",
            keyword,
            "the revision has a downgrade { } and is irreversible",
            "keep one of the two",
        )

    private companion object {
        /** Whoever runs the script knows the place. */
        val NOWHERE = Location("", 0, 0)
    }
}
