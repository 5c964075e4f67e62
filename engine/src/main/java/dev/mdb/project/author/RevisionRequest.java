package dev.mdb.project.author;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A revision to be written.
 *
 * @param id empty = twelve random hexadecimal digits
 * @param heads targets of its parents; empty = the one head; {@code base} = none
 * @param splice may it stand on a revision that has children?
 * @param dependencies ids, labels or other targets
 * @param versionPath the location to write to; empty = where the first parent is
 */
public record RevisionRequest(
    String message,
    Optional<String> id,
    List<String> heads,
    boolean splice,
    List<String> labels,
    List<String> dependencies,
    Optional<Path> versionPath) {
  public RevisionRequest {
    heads = List.copyOf(heads);
    labels = List.copyOf(labels);
    dependencies = List.copyOf(dependencies);
  }
}
