package dev.mdb.resource.jdbc;

import dev.mdb.operation.SqlStatement;
import java.util.List;

/**
 * How an engine changes a table.
 *
 * @param statements in run order
 * @param unenforced must the engine not look after foreign keys meanwhile?
 */
public record Alteration(List<SqlStatement> statements, boolean unenforced) {
  public Alteration {
    statements = List.copyOf(statements);
  }
}
