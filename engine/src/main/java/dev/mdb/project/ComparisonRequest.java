package dev.mdb.project;

import dev.mdb.schema.diff.Rename;
import java.util.List;

/**
 * What somebody wants of one comparison, beside what the configuration says.
 *
 * @param renames what was renamed
 * @param include in place of the configured patterns, when there are any
 * @param exclude beside the configured patterns
 */
public record ComparisonRequest(
    List<Rename> renames, List<String> include, List<String> exclude, boolean dropUnknownTables) {
  public static final ComparisonRequest PLAIN =
      new ComparisonRequest(List.of(), List.of(), List.of(), false);

  public ComparisonRequest {
    renames = List.copyOf(renames);
    include = List.copyOf(include);
    exclude = List.copyOf(exclude);
  }
}
