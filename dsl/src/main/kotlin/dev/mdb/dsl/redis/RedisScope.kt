package dev.mdb.dsl.redis

import dev.mdb.dsl.MigrationDsl
import dev.mdb.error.Category
import dev.mdb.error.MdbException
import dev.mdb.error.Problem
import dev.mdb.operation.BlockContext
import dev.mdb.operation.RedisCommand
import dev.mdb.operation.RedisOperation

/**
 * What stands inside `redis { }`: Redis' commands by the names that Lettuce gives them. Writes are recorded, and done together
 * when the block of the revision ends (with `transaction = Transaction.NONE`: when `redis { }` ends); if one fails, none stays.
 * Keys, members and values are texts, numbers or byte arrays.
 *
 * Reads ask the server at once, and so see what was there before: not the writes of this `redis { }`, and inside a transaction not
 * those of the whole block either.
 *
 * On a cluster only the commands on keys of one slot are done together; the rest follows at once, and a run that breaks off in
 * between goes on with `mdb resume`.
 */
@MigrationDsl
public class RedisScope internal constructor(private val context: BlockContext) :
    RedisKeyCommands,
    RedisStringCommands,
    RedisHashCommands,
    RedisListCommands,
    RedisSetCommands,
    RedisSortedSetCommands,
    RedisStreamCommands {
        private val commands = ArrayList<RedisCommand>()

        /** What was given with `-x NAME=VALUE`; `args["NAME"]` is null without. */
        public val args: Map<String, String> get() = context.arguments()

        /** What was given with `--tag TEXT`; null without. */
        public val tag: String? get() = context.tag().orElse(null)

        override fun command(name: String, vararg arguments: Any) {
            commands += RedisCommand.of(name, *arguments)
        }

        override fun query(name: String, vararg arguments: Any): List<Any?> = context.query(name, arguments.asList()).map { it[0] }

        /** The same scope: for code that is used inside `scan { }` and outside. */
        public fun redis(block: RedisScope.() -> Unit) {
            block()
        }

        /** Appends what was recorded to the stream of the run, as one operation. */
        internal fun run() {
            if (commands.isNotEmpty()) context.run(RedisOperation(commands))
            commands.clear()
        }

        internal companion object {
            /** Records the block and runs it. */
            fun run(context: BlockContext, block: RedisScope.() -> Unit) {
                check(context, "redis { }")
                RedisScope(context).apply(block).run()
            }

            /** @throws MdbException on a resource of another kind */
            fun check(context: BlockContext, what: String) {
                if (context.kind() == "redis") return
                throw MdbException(
                    Problem
                        .of(Category.FAILED, "wrong-kind", "$what is for Redis, and this resource is ${context.kind()}")
                        .help("move the script to a resource with a redis:// url, or use createTable, insert, execute, …"),
                )
            }
        }
    }
