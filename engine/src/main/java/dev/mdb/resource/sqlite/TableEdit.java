package dev.mdb.resource.sqlite;

import dev.mdb.resource.sqlite.Clause.Kind;
import dev.mdb.schema.Check;
import dev.mdb.schema.Column;
import dev.mdb.schema.ForeignKey;
import dev.mdb.schema.PrimaryKey;
import dev.mdb.schema.Table;
import dev.mdb.schema.TableChange;
import dev.mdb.schema.TableChange.AlterColumn;
import dev.mdb.schema.UniqueKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Does changes in the text of a table, one after the other: only the parts that are concerned, all
 * else stays as it is written. Knows what becomes of the values.
 */
final class TableEdit {
  private final Map<String, String> values = new LinkedHashMap<>();
  private final List<String> gone = new ArrayList<>();
  private TableText text;

  TableEdit(TableText text) {
    this.text = text;
    for (var column : text.columns()) {
      if (column.clause(Kind.GENERATED).isEmpty()) {
        values.put(Names.key(column.name()), Expressions.name(column.name()));
      }
    }
  }

  TableText text() {
    return text;
  }

  /** Names of columns that are no longer there. */
  List<String> gone() {
    return gone;
  }

  /** The columns that get values of the old table, each with its expression over that table. */
  Map<String, String> values() {
    var named = new LinkedHashMap<String, String>();
    for (var column : text.columns()) {
      var value = values.get(Names.key(column.name()));
      if (value != null) named.put(column.name(), value);
    }
    return named;
  }

  /** Do all values stay what they are? */
  boolean isOnlyCopied() {
    return values().entrySet().stream()
        .allMatch(each -> each.getValue().equals(Expressions.name(each.getKey())));
  }

  /** The table as a value, of which the indexes are not known. */
  Table table() {
    return new TableReader(text, List.of(), name -> Optional.empty()).read();
  }

  void apply(TableChange change) {
    if (change instanceof TableChange.AddColumn add) add(add.column());
    else if (change instanceof TableChange.DropColumn drop) dropColumn(drop.name());
    else if (change instanceof AlterColumn alter) new ColumnEdit(this, alter).apply();
    else if (change instanceof TableChange.AddPrimaryKey add) add(add.key());
    else if (change instanceof TableChange.DropPrimaryKey) dropPrimaryKey();
    else if (change instanceof TableChange.AddUnique add) plus(Clauses.of(add.key()));
    else if (change instanceof TableChange.DropUnique drop) dropUnique(drop);
    else if (change instanceof TableChange.AddForeignKey add) plus(Clauses.of(add.key()));
    else if (change instanceof TableChange.DropForeignKey drop) dropForeignKey(drop);
    else if (change instanceof TableChange.AddCheck add) plus(Clauses.of(add.check()));
    else if (change instanceof TableChange.DropCheck drop) dropCheck(drop);
    else if (change instanceof TableChange.RenameConstraint rename) rename(rename);
  }

  private void plus(Clause clause) {
    text = text.plus(clause);
  }

  private void add(Column column) {
    if (text.column(column.name()).isPresent()) {
      throw Refusals.of(text, "has a column '%s' already".formatted(column.name()));
    }
    text = text.plus(Clauses.column(column));
  }

  ColumnText column(String name) {
    return text.column(name)
        .orElseThrow(
            () ->
                Refusals.of(
                    text,
                    "has no column '%s', only %s"
                        .formatted(name, String.join(", ", text.columnNames()))));
  }

  void replace(String name, ColumnText column) {
    text = text.withColumn(name, old -> column);
  }

  void value(String column, String expression) {
    values.put(Names.key(column), expression);
  }

  void withoutValue(String column) {
    values.remove(Names.key(column));
  }

  Optional<String> value(String column) {
    return Optional.ofNullable(values.get(Names.key(column)));
  }

  /** What is over that column goes with it. */
  private void dropColumn(String name) {
    text = text.without(column(name));
    withoutValue(name);
    gone.add(name);
    text = text.without(each -> each instanceof Clause clause && isOver(clause, name));
    for (var column : text.columns()) {
      replace(
          column.name(),
          column.without(
              clause -> clause.is(Kind.CHECK) && Expressions.mentions(clause.body(), name)));
    }
  }

  private boolean isOver(Clause clause, String column) {
    if (clause.is(Kind.CHECK)) return Expressions.mentions(clause.body(), column);
    return !clause.is(Kind.NAME_ONLY)
        && Names.contains(TableReader.keyColumns(text, clause), column);
  }

  /** As on other engines, its columns are not null from then on. */
  private void add(PrimaryKey key) {
    if (TableReader.primaryKey(text).isPresent()) {
      throw Refusals.of(text, "has a primary key already");
    }
    key.columns().forEach(this::column);
    boolean numbers = TableReader.isInteger(text, key.columns());
    if (!numbers) key.columns().forEach(this::notNull);
    plus(Clauses.of(key));
  }

  private void notNull(String name) {
    var column = column(name);
    if (column.clause(Kind.NOT_NULL).isPresent()) return;
    var wanted = Clauses.column(Column.of(name, "", false)).clause(Kind.NOT_NULL).orElseThrow();
    replace(name, column.without(clause -> clause.is(Kind.NULL)).with(wanted));
  }

  /** Its columns stay not null. */
  private void dropPrimaryKey() {
    var key =
        TableReader.primaryKey(text)
            .orElseThrow(() -> Refusals.of(text, "has no primary key to drop"));
    remove(clause -> clause.is(Kind.PRIMARY_KEY));
    key.columns().forEach(this::notNull);
  }

  /** A key of the table that is only this column becomes one of the column. */
  void keyBehindColumn(String name) {
    var column = column(name);
    if (column.clause(Kind.PRIMARY_KEY).isPresent()) return;
    var key =
        text.clauses().stream()
            .filter(clause -> clause.is(Kind.PRIMARY_KEY))
            .filter(clause -> TableReader.keyColumns(text, clause).equals(List.of(column.name())))
            .findFirst()
            .orElseThrow(
                () ->
                    Refusals.of(
                        text,
                        "cannot number its rows by '%s', which is not its primary key"
                            .formatted(name)));
    text = text.without(key);
    var named = key.name().map(each -> "CONSTRAINT " + Expressions.name(each) + " ").orElse("");
    var body = "PRIMARY KEY";
    replace(name, column.with(new Clause(Kind.PRIMARY_KEY, key.name(), " " + named + body, body)));
  }

  private boolean remove(Predicate<Clause> unwanted) {
    var before = text;
    for (var column : text.columns()) {
      if (column.clauses().stream().anyMatch(unwanted)) {
        replace(column.name(), column.without(unwanted));
      }
    }
    text = text.without(each -> each instanceof Clause clause && unwanted.test(clause));
    return text != before;
  }

  private boolean removeNamed(Kind kind, String name) {
    return remove(clause -> clause.is(kind) && clause.isNamed(name));
  }

  private void dropUnique(TableChange.DropUnique drop) {
    if (removeNamed(Kind.UNIQUE, drop.name())) return;
    var columns = drop.was().map(UniqueKey::columns).orElse(List.of());
    var found =
        text.clauses().stream()
            .filter(clause -> clause.is(Kind.UNIQUE) && clause.name().isEmpty())
            .filter(clause -> TableReader.keyColumns(text, clause).equals(columns))
            .findFirst();
    if (found.isPresent()) text = text.without(found.get());
    else dropOfColumn(Kind.UNIQUE, columns, drop.name(), "unique key", clause -> true);
  }

  private void dropForeignKey(TableChange.DropForeignKey drop) {
    if (removeNamed(Kind.FOREIGN_KEY, drop.name())) return;
    var columns = drop.was().map(ForeignKey::columns).orElse(List.of());
    var target = drop.was().map(ForeignKey::table).orElse("");
    Predicate<Clause> same = clause -> Names.same(Reference.of(clause).table(), target);
    var found =
        text.clauses().stream()
            .filter(clause -> clause.is(Kind.FOREIGN_KEY) && clause.name().isEmpty())
            .filter(clause -> TableReader.keyColumns(text, clause).equals(columns))
            .filter(same)
            .findFirst();
    if (found.isPresent()) text = text.without(found.get());
    else dropOfColumn(Kind.FOREIGN_KEY, columns, drop.name(), "foreign key", same);
  }

  /** One without a name that stands behind its column. */
  private void dropOfColumn(
      Kind kind, List<String> columns, String name, String what, Predicate<Clause> same) {
    var column = columns.size() == 1 ? text.column(columns.get(0)) : Optional.<ColumnText>empty();
    var found =
        column.stream()
            .flatMap(each -> each.clauses(kind).stream())
            .filter(clause -> clause.name().isEmpty())
            .filter(same)
            .findFirst()
            .orElseThrow(() -> missing(what, name));
    remove(clause -> clause == found);
  }

  private void dropCheck(TableChange.DropCheck drop) {
    if (removeNamed(Kind.CHECK, drop.name())) return;
    var columns = text.columnNames();
    var was = drop.was().map(Check::expression).map(it -> Expressions.canonical(it, columns));
    var found =
        text.allClauses().stream()
            .filter(clause -> clause.is(Kind.CHECK) && clause.name().isEmpty())
            .filter(clause -> was.equals(Optional.of(TableReader.check(clause, columns))))
            .findFirst()
            .orElseThrow(() -> missing("check", drop.name()));
    remove(clause -> clause == found);
  }

  private void rename(TableChange.RenameConstraint rename) {
    var found =
        text.allClauses().stream()
            .filter(clause -> clause.isNamed(rename.from()))
            .findFirst()
            .orElseThrow(() -> missing("constraint", rename.from()));
    var renamed = found.renamed(rename.to());
    text = text.withClause(found, renamed);
    for (var column : text.columns()) {
      var clauses = column.clauses().stream().map(each -> each == found ? renamed : each).toList();
      if (!clauses.equals(column.clauses())) replace(column.name(), column.withClauses(clauses));
    }
  }

  private RuntimeException missing(String what, String name) {
    var names = text.allClauses().stream().flatMap(clause -> clause.name().stream()).toList();
    var known = names.isEmpty() ? "" : ", only " + String.join(", ", names);
    return Refusals.of(text, "has no %s '%s'%s".formatted(what, name, known));
  }
}
