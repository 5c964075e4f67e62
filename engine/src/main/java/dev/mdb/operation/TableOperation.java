package dev.mdb.operation;

import dev.mdb.schema.Dialect;
import dev.mdb.schema.TableChange;
import java.util.List;

/**
 * Changes within one table. How they are done may depend on what is there: SQLite rebuilds the
 * table for most of them, MySQL wants a column's whole definition for a part of it. So a session
 * asks its engine for the statements; {@link #render} alone serves where all is said.
 */
public interface TableOperation extends SqlOperation {
  /** {@code name} or {@code schema.name}. */
  String table();

  /** In the order they are done; where the table is rebuilt, it is rebuilt once for all of them. */
  List<TableChange> changes(Dialect dialect);
}
