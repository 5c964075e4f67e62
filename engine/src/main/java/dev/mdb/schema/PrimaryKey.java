package dev.mdb.schema;

import java.util.List;
import java.util.Optional;

/**
 * @param name empty where the engine names it, or has no name for it
 */
public record PrimaryKey(Optional<String> name, List<String> columns) {
  public PrimaryKey {
    columns = List.copyOf(columns);
  }
}
