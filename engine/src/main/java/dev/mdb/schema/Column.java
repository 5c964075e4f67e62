package dev.mdb.schema;

import java.util.Optional;

/**
 * A column.
 *
 * @param type as the dialect writes it, with length and precision: {@code varchar(200)}
 * @param defaultValue an SQL expression: {@code 'it''s'}, {@code 0}, {@code now()}
 * @param collation empty = that of the table or database
 */
public record Column(
    String name,
    String type,
    boolean nullable,
    Optional<String> defaultValue,
    Identity identity,
    Optional<Generated> generated,
    Optional<String> collation,
    Optional<String> comment) {
  /** A column that has a type and nothing else. */
  public static Column of(String name, String type, boolean nullable) {
    return new Column(
        name,
        type,
        nullable,
        Optional.empty(),
        Identity.NONE,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
