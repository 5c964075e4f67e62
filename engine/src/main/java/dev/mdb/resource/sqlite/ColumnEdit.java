package dev.mdb.resource.sqlite;

import dev.mdb.resource.sqlite.Clause.Kind;
import dev.mdb.schema.Column;
import dev.mdb.schema.ColumnPatch;
import dev.mdb.schema.Identity;
import dev.mdb.schema.TableChange.AlterColumn;

/** Changes the text of one column where the patch says something else than is there. */
final class ColumnEdit {
  private final TableEdit edit;
  private final ColumnPatch patch;
  private final Column before;
  private final Column after;

  ColumnEdit(TableEdit edit, AlterColumn change) {
    this.edit = edit;
    this.patch = change.patch();
    var name = edit.column(change.name()).name();
    this.before = edit.table().column(name).orElseThrow();
    this.after = patch.applyTo(before);
  }

  void apply() {
    var name = before.name();
    var column = edit.column(name);
    var wanted = Clauses.column(withoutNumbers(after));
    if (!TableReader.type(after.type()).equals(before.type())) {
      column = column.withType(wanted.type());
    }
    if (!after.collation().equals(before.collation())) column = column.like(wanted, Kind.COLLATE);
    if (!after.generated().equals(before.generated())) column = column.like(wanted, Kind.GENERATED);
    if (!after.defaultValue().equals(before.defaultValue()) || after.generated().isPresent()) {
      column = column.like(wanted, Kind.DEFAULT);
    }
    if (after.nullable() != before.nullable()) {
      column = column.without(clause -> clause.is(Kind.NULL)).like(wanted, Kind.NOT_NULL);
    }
    edit.replace(name, column);
    numbers();
    values();
  }

  /** Whether it numbers its rows is said in its key. */
  private static Column withoutNumbers(Column column) {
    return new Column(
        column.name(),
        column.type(),
        column.nullable(),
        column.defaultValue(),
        Identity.NONE,
        column.generated(),
        column.collation(),
        column.comment());
  }

  private void numbers() {
    if (after.identity() == before.identity()) return;
    var name = before.name();
    if (after.identity() == Identity.NONE) {
      edit.replace(name, keyed("PRIMARY KEY"));
      return;
    }
    if (after.identity() != Identity.AUTO_INCREMENT) {
      throw Refusals.of(
          edit.text(),
          "cannot number the rows of '%s' so: SQLite has AUTOINCREMENT".formatted(name));
    }
    edit.keyBehindColumn(name);
    edit.replace(name, keyed("PRIMARY KEY AUTOINCREMENT").withType(" INTEGER"));
  }

  private ColumnText keyed(String body) {
    var column = edit.column(before.name());
    var key = column.clause(Kind.PRIMARY_KEY).orElseThrow();
    return column.with(key.withBody(body));
  }

  private void values() {
    var name = before.name();
    if (after.generated().isPresent()) {
      edit.withoutValue(name);
      return;
    }
    if (before.generated().isPresent()) edit.value(name, Expressions.name(name));
    patch.using().ifPresent(expression -> edit.value(name, expression));
    boolean nowFilled = before.nullable() && !after.nullable();
    if (!nowFilled || after.defaultValue().isEmpty()) return;
    edit.value(name)
        .ifPresent(
            value ->
                edit.value(name, "coalesce(%s, %s)".formatted(value, after.defaultValue().get())));
  }
}
