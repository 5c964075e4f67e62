package dev.mdb.schema;

/**
 * What a generated column is computed from.
 *
 * @param stored false = computed when it is read
 */
public record Generated(String expression, boolean stored) {}
