package dev.mdb.dsl

/** Keeps the inside of one block from reaching into the block around it. */
@DslMarker
public annotation class MigrationDsl
