package dev.mdb.migrate

import dev.mdb.operation.Operation
import dev.mdb.resource.Access
import dev.mdb.resource.AppliedRevision
import dev.mdb.resource.LogEntry
import dev.mdb.resource.Part
import dev.mdb.resource.Resource
import dev.mdb.resource.Session
import dev.mdb.resource.StateStore

/** Stands around every call of a run that writes: transactions, parts of operations, and what is kept in the books. */
fun interface Watcher {
    /** Runs [body]. */
    fun around(call: String, body: () -> Unit)
}

/** A real resource whose writing sessions tell a [watcher] of each call. */
class WatchedResource(private val real: Resource, private val watcher: Watcher) : Resource by real {
    override fun connect(access: Access): Session =
        real.connect(access).let { if (access == Access.WRITE) WatchedSession(it, watcher) else it }
}

private class WatchedSession(private val real: Session, private val watcher: Watcher) : Session by real {
    private val state = WatchedState(real.state(), watcher)

    override fun state() = state

    override fun blocker() = real.blocker()

    override fun begin() = watcher.around("begin", real::begin)

    override fun beginUnenforced() = watcher.around("begin", real::beginUnenforced)

    override fun wantsUnenforced() = real.wantsUnenforced()

    override fun commit() = watcher.around("commit", real::commit)

    override fun parts(operation: Operation) = real.parts(operation).map { WatchedPart(it, watcher) }
}

private class WatchedPart(private val real: Part, private val watcher: Watcher) : Part by real {
    override fun isOfSession() = real.isOfSession()

    override fun statements() = real.statements()

    override fun run() = watcher.around("part", real::run)
}

private class WatchedState(private val real: StateStore, private val watcher: Watcher) : StateStore by real {
    override fun prepare() = watcher.around("prepare", real::prepare)

    override fun add(revision: AppliedRevision) = watcher.around("add") { real.add(revision) }

    override fun remove(id: String) = watcher.around("remove") { real.remove(id) }

    override fun append(entry: LogEntry) = watcher.around("append") { real.append(entry) }

    override fun update(entry: LogEntry) = watcher.around("update") { real.update(entry) }
}
