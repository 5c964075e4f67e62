package dev.mdb.resource;

import java.util.Optional;

/**
 * What another migration tool has written down in a database.
 *
 * @param tool its name
 * @param table where it keeps its history
 * @param position where it says that the database is, for a tool that says so in a word
 */
public record OtherHistory(String tool, String table, Optional<String> position) {}
