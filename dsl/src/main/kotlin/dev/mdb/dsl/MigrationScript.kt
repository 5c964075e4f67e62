package dev.mdb.dsl

import dev.mdb.dsl.compiler.MigrationCompilation
import dev.mdb.project.RevisionSink
import kotlin.script.experimental.annotations.KotlinScript

/** What every `*.migration.kts` is: its text is the constructor, and registers one revision. */
@KotlinScript(
    displayName = "mdb migration",
    fileExtension = "migration.kts",
    compilationConfiguration = MigrationCompilation::class,
)
@MigrationDsl
public abstract class MigrationScript(private val sink: RevisionSink) {
    /** The one revision of the script: its header and its two blocks. Nothing of the blocks runs here. */
    public fun revision(content: RevisionBuilder.() -> Unit) {
        sink.accept(RevisionBuilder().apply(content).build())
    }
}
