package dev.mdb.schema;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The text of schema changes in one dialect. Statements have no closing semicolon. Names are quoted
 * where the dialect wants it.
 */
public interface Ddl {
  /** {@code name} or {@code schema.name} as this dialect writes it. */
  String name(String identifier);

  /** The table with its keys and checks, then its indexes and comments. */
  List<String> createTable(Table table);

  /**
   * Everything of a catalogue, in an order in which it can be created; foreign keys that would
   * point forward come at the end.
   */
  List<String> create(Catalog catalog);

  /**
   * Changes within one table.
   *
   * @param current asked by name for a table as it is, where the text depends on it
   * @throws dev.mdb.error.MdbException when the dialect has no statement for it, or when the table
   *     has to be known and is not
   */
  List<String> alter(
      String table, List<TableChange> changes, Function<String, Optional<Table>> current);

  static Ddl of(Dialect dialect) {
    throw new UnsupportedOperationException("comes with the operations");
  }
}
