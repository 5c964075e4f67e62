package dev.mdb.project.author;

import dev.mdb.schema.Catalog;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Models of a database.
 *
 * @param catalog what they describe
 * @param text Kotlin source
 * @param left a line for each thing of the database that models do not describe
 * @param file where the text was written; empty = nowhere
 * @param unconfigured what {@code models} would have to hold for the file to count; empty = it does
 */
public record WrittenModels(
    Catalog catalog,
    String text,
    List<String> left,
    Optional<Path> file,
    Optional<String> unconfigured) {}
