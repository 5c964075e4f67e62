package dev.mdb.schema;

import java.util.Optional;

/**
 * What changes in a column. An absent field stays as it is; in the inner optionals an empty one
 * takes the thing away.
 *
 * @param using PostgreSQL's expression that makes the new value of the old one
 */
public record ColumnPatch(
    Optional<String> type,
    Optional<String> using,
    Optional<Boolean> nullable,
    Optional<Optional<String>> defaultValue,
    Optional<Identity> identity,
    Optional<Optional<Generated>> generated,
    Optional<Optional<String>> collation,
    Optional<Optional<String>> comment) {

  /** Everything as this column has it. */
  public static ColumnPatch to(Column column) {
    return new ColumnPatch(
        Optional.of(column.type()),
        Optional.empty(),
        Optional.of(column.nullable()),
        Optional.of(column.defaultValue()),
        Optional.of(column.identity()),
        Optional.of(column.generated()),
        Optional.of(column.collation()),
        Optional.of(column.comment()));
  }

  public ColumnPatch using(String expression) {
    return new ColumnPatch(
        type,
        Optional.of(expression),
        nullable,
        defaultValue,
        identity,
        generated,
        collation,
        comment);
  }

  /** Does it say everything about a column, so that nothing needs to be known of the old one? */
  public boolean isComplete() {
    return type.isPresent()
        && nullable.isPresent()
        && defaultValue.isPresent()
        && identity.isPresent()
        && generated.isPresent()
        && collation.isPresent()
        && comment.isPresent();
  }

  /** The column with the change done to it. */
  public Column applyTo(Column column) {
    return new Column(
        column.name(),
        type.orElse(column.type()),
        nullable.orElse(column.nullable()),
        defaultValue.orElse(column.defaultValue()),
        identity.orElse(column.identity()),
        generated.orElse(column.generated()),
        collation.orElse(column.collation()),
        comment.orElse(column.comment()));
  }
}
