package dev.mdb.schema;

/**
 * @param definition the query, as the engine prints it
 */
public record View(String name, String definition, boolean materialized) {}
