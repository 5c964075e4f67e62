/**
 * The shape of a relational schema as values: what a catalogue says, what models ask for, and the
 * changes between the two. Texts of types, defaults and expressions are those of one dialect; a
 * value never holds texts of two. Names are {@code name} or {@code schema.name}, never quoted; the
 * schema that the session works in is left out.
 */
package dev.mdb.schema;
