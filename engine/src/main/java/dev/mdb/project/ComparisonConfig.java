package dev.mdb.project;

import java.util.List;

/**
 * How a resource is compared with its models.
 *
 * @param include patterns of names, see {@link dev.mdb.schema.diff.NameFilter}; empty = all
 * @param exclude patterns of what is not compared
 * @param dropUnknownTables are tables that the models do not know to be dropped?
 */
public record ComparisonConfig(
    List<String> include, List<String> exclude, boolean dropUnknownTables) {
  public ComparisonConfig {
    include = List.copyOf(include);
    exclude = List.copyOf(exclude);
  }
}
