package dev.mdb.dsl.sql

import dev.mdb.dsl.PgEnum
import dev.mdb.dsl.operation.Replaceable
import dev.mdb.dsl.operation.SchemaOperations
import dev.mdb.dsl.schema.shape
import dev.mdb.schema.EnumType
import dev.mdb.schema.Sequence
import dev.mdb.schema.View
import java.util.Optional
import org.jetbrains.exposed.v1.core.Sequence as ExposedSequence

/** Sequences, enum types, views, and what is kept as a text: functions, procedures, triggers. */
public interface ObjectFunctions : OperationStream {
    /**
     * @param type `bigint`, …; null = the engine's usual one
     * @param minimum null = the engine's usual one
     * @param cache how many numbers a session takes at once
     */
    public fun createSequence(
        name: String,
        type: String? = null,
        start: Long = 1,
        increment: Long = 1,
        minimum: Long? = null,
        maximum: Long? = null,
        cache: Long = 1,
        cycles: Boolean = false,
    ) {
        append(SchemaOperations.createSequence(sequence(name, type, start, increment, minimum, maximum, cache, cycles)))
    }

    public fun createSequence(sequence: ExposedSequence) {
        append(SchemaOperations.createSequence(sequence))
    }

    /**
     * Makes a sequence what the arguments say, all of it; the value that it has reached stays.
     *
     * @param was what it was, for the inverse: `Sequence("s", incrementBy = 1)` of Exposed
     */
    public fun alterSequence(
        name: String,
        type: String? = null,
        start: Long = 1,
        increment: Long = 1,
        minimum: Long? = null,
        maximum: Long? = null,
        cache: Long = 1,
        cycles: Boolean = false,
        was: ExposedSequence? = null,
    ) {
        val sequence = sequence(name, type, start, increment, minimum, maximum, cache, cycles)
        append(SchemaOperations.alterSequence(sequence, was?.shape()))
    }

    public fun dropSequence(name: String) {
        append(SchemaOperations.dropSequence(name, null))
    }

    /** Its inverse creates the sequence as the object defines it. */
    public fun dropSequence(sequence: ExposedSequence) {
        append(SchemaOperations.dropSequence(sequence))
    }

    public fun renameSequence(from: String, to: String) {
        append(SchemaOperations.renameSequence(from, to))
    }

    /** Creates an enum type of PostgreSQL. */
    public fun createEnum(name: String, vararg values: String) {
        append(SchemaOperations.createEnum(EnumType(name, values.asList())))
    }

    public fun createEnum(type: PgEnum) {
        createEnum(type.name, *type.values.toTypedArray())
    }

    public fun dropEnum(type: PgEnum) {
        dropEnum(type.name, *type.values.toTypedArray())
    }

    /** @param values what it had, for the inverse */
    public fun dropEnum(name: String, vararg values: String) {
        append(SchemaOperations.dropEnum(EnumType(name, values.asList())))
    }

    /** There is no inverse: PostgreSQL cannot take a value away. @param before null = at the end */
    public fun addEnumValue(name: String, value: String, before: String? = null) {
        append(SchemaOperations.addEnumValue(name, value, before))
    }

    public fun renameEnumValue(name: String, from: String, to: String) {
        append(SchemaOperations.renameEnumValue(name, from, to))
    }

    /**
     * @param replace takes the place of one that is there
     * @param was the query of that one, for the inverse
     */
    public fun createView(name: String, query: String, materialized: Boolean = false, replace: Boolean = false, was: String? = null) {
        val before = was?.let { View(name, it, materialized) }
        append(SchemaOperations.createView(View(name, query, materialized), replace || was != null, before))
    }

    /** @param was its query, for the inverse */
    public fun dropView(name: String, materialized: Boolean = false, was: String? = null) {
        append(SchemaOperations.dropView(name, materialized, was?.let { View(name, it, materialized) }))
    }

    /**
     * Puts a function, procedure, trigger, view, … in the place of its earlier version; the inverse puts that back. The texts lie
     * beside the script: `replaceable("total_price", version = 2)` runs `objects/total_price.v2.sql` and knows version 1 from
     * `objects/total_price.v1.sql`. Each holds one CREATE, with or without OR REPLACE: where the engine knows that, it is used, else the
     * old one is dropped first.
     *
     * @param from the version that is there; 0 = none
     * @param folder relative to the script
     * @param drop the statement that drops it, where dropping is wanted or has to name more than the text shows
     */
    public fun replaceable(name: String, version: Int, from: Int = version - 1, folder: String = "objects", drop: String? = null) {
        val was = if (from > 0) fileText(file(folder, name, from)) else null
        replaceable(name, fileText(file(folder, name, version)), was, drop)
    }

    /**
     * The same with the texts themselves, which `fileText` reads from other files.
     *
     * @param was the text that is there; null = none
     */
    public fun replaceable(name: String, create: String, was: String? = null, drop: String? = null) {
        append(Replaceable(name, create, was, drop))
    }

    /** Drops what [replaceable] created; the inverse creates that version again. */
    public fun dropReplaceable(name: String, version: Int, folder: String = "objects", drop: String? = null) {
        dropReplaceable(name, fileText(file(folder, name, version)), drop)
    }

    public fun dropReplaceable(name: String, was: String, drop: String? = null) {
        append(Replaceable(name, null, was, drop))
    }

    private fun file(folder: String, name: String, version: Int) = "$folder/$name.v$version.sql"

    private fun sequence(
        name: String,
        type: String?,
        start: Long,
        increment: Long,
        minimum: Long?,
        maximum: Long?,
        cache: Long,
        cycles: Boolean,
    ) = Sequence(
        name,
        Optional.ofNullable(type),
        start,
        increment,
        Optional.ofNullable(minimum),
        Optional.ofNullable(maximum),
        cache,
        cycles,
    )
}
