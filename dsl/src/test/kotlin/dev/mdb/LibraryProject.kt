package dev.mdb

import java.nio.file.Files
import java.nio.file.Path
import kotlin.io.path.ExperimentalPathApi
import kotlin.io.path.createParentDirectories
import kotlin.io.path.deleteRecursively
import kotlin.io.path.writeText

/** A project for programs, whose store is carried along: its scripts are compiled in the first test that wants them. */
@OptIn(ExperimentalPathApi::class)
class LibraryProject private constructor() : AutoCloseable {
    val folder: Path = Files.createTempDirectory("mdb library ").toRealPath()

    fun file(path: String, text: String) = apply { folder.resolve(path).createParentDirectories().writeText(text.trimIndent() + "\n") }

    fun at(): MdbBuilder = Mdb.at(folder.resolve("mdb.toml")).cache(store)

    override fun close() = folder.deleteRecursively()

    companion object {
        private val store: Path =
            Files.createTempDirectory("mdb store ").also { folder ->
                Runtime.getRuntime().addShutdownHook(Thread { folder.deleteRecursively() })
            }

        /** `notes` with two revisions, and `tags` with one that depends on the first of them. */
        fun notes() =
            LibraryProject()
                .file(
                    "mdb.toml",
                    """
                    [resources.notes]
                    url = "sqlite:notes.db"
                    locations = ["notes"]
                    [resources.tags]
                    url = "sqlite:tags.db"
                    locations = ["tags"]
                    """,
                ).file(
                    "notes/create.migration.kts",
                    """
                    revision {
                        id = "create_note"
                        message = "Create notes"
                        branch("NOTES")
                        upgrade { createTable("note") { primaryKey(integer("id")); varchar("text", 80) } }
                        downgrade { dropTable("note") }
                    }
                    """,
                ).file(
                    "notes/fill.migration.kts",
                    """
                    revision {
                        id = "fill_note"
                        message = "Fill notes"
                        down("create_note")
                        upgrade {
                            val text = args["TEXT"] ?: "none"
                            insert("note") { row("id" to 1, "text" to text) }
                        }
                        downgrade { execute("DELETE FROM note") }
                    }
                    """,
                ).file(
                    "tags/create.migration.kts",
                    """
                    revision {
                        id = "create_tag"
                        message = "Create tags"
                        dependsOn("create_note", on = "notes")
                        upgrade { createTable("tag") { primaryKey(integer("id")) } }
                        downgrade { dropTable("tag") }
                    }
                    """,
                )

        /** One resource on Redis. */
        fun greetings() =
            LibraryProject()
                .file("mdb.toml", "[resources.cache]\nurl = \"redis://127.0.0.1:1/0\"\nlocations = [\"cache\"]")
                .file(
                    "cache/greet.migration.kts",
                    """
                    revision {
                        id = "greet"
                        message = "Greet"
                        upgrade { redis { set("greeting", "hello") } }
                        downgrade { redis { del("greeting") } }
                    }
                    """,
                )
    }
}
