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

  String dropTable(String table, boolean ifExists);

  String renameTable(String from, String to);

  /**
   * @param ifNotExists where the dialect has no such clause, it is refused
   * @param concurrently on PostgreSQL without blocking writers, removing first what a failed
   *     attempt left; elsewhere without effect
   */
  List<String> createIndex(String table, Index index, boolean ifNotExists, boolean concurrently);

  String dropIndex(String table, String index, boolean ifExists, boolean concurrently);

  /**
   * @param current as for {@link #alter}: SQLite has no statement for it and creates it again
   */
  List<String> renameIndex(
      String table, String from, String to, Function<String, Optional<Table>> current);

  List<String> createSequence(Sequence sequence);

  /** Everything as this sequence has it, but the value that it has reached. */
  List<String> alterSequence(Sequence sequence);

  String dropSequence(String sequence);

  String renameSequence(String from, String to);

  String createEnum(EnumType type);

  String dropEnum(String type);

  /**
   * @param before the value in front of which it goes; empty = at the end
   */
  String addEnumValue(String type, String value, Optional<String> before);

  String renameEnumValue(String type, String from, String to);

  String createSchema(String schema);

  String dropSchema(String schema);

  /**
   * @param replace takes the place of one that is there
   */
  List<String> createView(View view, boolean replace);

  String dropView(String view, boolean materialized);

  /** A text as a literal: {@code 'it''s'}. */
  String literal(String text);

  /** A column as it stands in {@code CREATE TABLE} or behind {@code ADD COLUMN}, without a key. */
  String column(Column column);

  /**
   * A key or a check as it stands in {@code CREATE TABLE}.
   *
   * @param change one that adds a primary key, unique key, foreign key or check
   */
  String constraint(TableChange change);

  static Ddl of(Dialect dialect) {
    return Ddls.of(dialect);
  }
}
