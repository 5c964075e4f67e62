package dev.mdb.resource.sqlite;

import dev.mdb.error.MdbException;
import dev.mdb.resource.sqlite.Clause.Kind;
import dev.mdb.schema.ColumnPatch;
import dev.mdb.schema.Ddl;
import dev.mdb.schema.Dialect;
import dev.mdb.schema.TableChange;
import dev.mdb.schema.TableChange.AlterColumn;
import dev.mdb.schema.TableChange.DropCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Changes for which SQLite has statements of its own: what {@link Ddl} knows, and checks and {@code
 * NOT NULL}, which SQLite has learned with 3.53.
 */
final class OwnStatements {
  private static final Ddl DDL = Ddl.of(Dialect.SQLITE);

  private final List<String> statements = new ArrayList<>();
  private final List<TableChange> plain = new ArrayList<>();
  private final TableEdit edit;
  private final String table;

  private OwnStatements(TableText table) {
    this.edit = new TableEdit(table);
    this.table = table.name();
  }

  /** Empty when there is none for one of them. */
  static Optional<List<String>> of(TableText table, List<TableChange> changes) {
    var own = new OwnStatements(table);
    for (var change : changes) if (!own.add(change)) return Optional.empty();
    return own.flush() ? Optional.of(own.statements) : Optional.empty();
  }

  private boolean add(TableChange change) {
    var before = edit.text();
    var clause = clause(change);
    edit.apply(change);
    if (clause.isPresent()) {
      if (!flush()) return false;
      statements.add("ALTER TABLE %s %s".formatted(Expressions.name(table), clause.get()));
      return true;
    }
    if (change instanceof AlterColumn) return isSame(before);
    return plain.add(change);
  }

  private boolean isSame(TableText before) {
    return edit.text().text().equals(before.text()) && edit.isOnlyCopied();
  }

  private boolean flush() {
    try {
      if (!plain.isEmpty()) statements.addAll(DDL.alter(table, plain, name -> Optional.empty()));
    } catch (MdbException hasNone) {
      return false;
    }
    plain.clear();
    return true;
  }

  private Optional<String> clause(TableChange change) {
    if (change instanceof TableChange.AddCheck add) {
      return Optional.of("ADD" + Clauses.of(add.check()).text());
    }
    if (change instanceof DropCheck drop) return drop(drop);
    return change instanceof AlterColumn alter ? nullability(alter) : Optional.empty();
  }

  private Optional<String> drop(DropCheck drop) {
    var named =
        edit.text().allClauses().stream().filter(each -> each.isNamed(drop.name())).toList();
    boolean known = named.size() == 1 && named.get(0).is(Kind.CHECK);
    return known
        ? Optional.of("DROP CONSTRAINT " + Expressions.name(drop.name()))
        : Optional.empty();
  }

  /** Where nothing else changes, and nulls have no value to be replaced with. */
  private Optional<String> nullability(AlterColumn alter) {
    var before = edit.table().column(edit.column(alter.name()).name()).orElseThrow();
    var after = alter.patch().applyTo(before);
    boolean alone = nullable(before.nullable()).applyTo(after).equals(before);
    if (!alone || after.nullable() == before.nullable() || alter.patch().using().isPresent()) {
      return Optional.empty();
    }
    if (!after.nullable() && after.defaultValue().isPresent()) return Optional.empty();
    return Optional.of(
        "ALTER COLUMN %s %s NOT NULL"
            .formatted(Expressions.name(before.name()), after.nullable() ? "DROP" : "SET"));
  }

  private static ColumnPatch nullable(boolean nullable) {
    return new ColumnPatch(
        Optional.empty(),
        Optional.empty(),
        Optional.of(nullable),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
