package dev.mdb.schema.diff;

import dev.mdb.schema.Column;
import dev.mdb.schema.Dialect;
import dev.mdb.schema.ForeignKey;
import dev.mdb.schema.Index;
import dev.mdb.schema.Table;
import dev.mdb.schema.TableChange;
import dev.mdb.schema.TableChange.AddCheck;
import dev.mdb.schema.TableChange.AddColumn;
import dev.mdb.schema.TableChange.AddForeignKey;
import dev.mdb.schema.TableChange.AddPrimaryKey;
import dev.mdb.schema.TableChange.AddUnique;
import dev.mdb.schema.TableChange.DropCheck;
import dev.mdb.schema.TableChange.DropColumn;
import dev.mdb.schema.TableChange.DropForeignKey;
import dev.mdb.schema.TableChange.DropPrimaryKey;
import dev.mdb.schema.TableChange.DropUnique;
import dev.mdb.schema.TableChange.RenameConstraint;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Puts the changes of tables into an order that runs: foreign keys go before what they stand on and
 * come behind it, indexes go before their columns and come behind them. A foreign key that nothing
 * forces to be early or late stays with the other changes of its table.
 */
final class ChangeOrder {
  private final Dialect dialect;
  private final List<TableDelta> deltas;
  private final Map<String, TableDelta> byName = new HashMap<>();
  private final Set<String> dropped;
  private final TableOrder creations;
  private final TableOrder drops;
  private final List<SchemaChange> changes = new ArrayList<>();

  ChangeOrder(
      Dialect dialect, List<TableDelta> deltas, List<Table> created, List<Table> droppedTables) {
    this.dialect = dialect;
    this.deltas = deltas;
    deltas.forEach(delta -> byName.put(delta.name(), delta));
    dropped =
        droppedTables.stream().map(Table::name).collect(Collectors.toCollection(HashSet::new));
    creations = new TableOrder(created, this::isTouched);
    drops = new TableOrder(droppedTables, this::isTouched);
  }

  List<SchemaChange> changes() {
    dropEarly();
    dropTables();
    creations.tables().forEach(table -> changes.add(new SchemaChange.CreateTable(table)));
    deltas.forEach(this::change);
    createLate();
    return changes;
  }

  private void dropEarly() {
    for (var delta : deltas) {
      var keys =
          delta.foreignKeys().dropped().stream().filter(key -> !isDroppedInTable(key, delta));
      change(delta.name(), keys.<TableChange>map(ChangeOrder::drop).toList());
    }
    for (var delta : deltas) {
      delta.indexes().dropped().stream()
          .map(index -> new SchemaChange.DropIndex(delta.name(), index))
          .forEach(changes::add);
    }
  }

  private void dropTables() {
    drops.late().forEach(late -> change(late.table(), List.of(drop(late.key()))));
    var tables = new ArrayList<>(drops.tables());
    Collections.reverse(tables);
    tables.forEach(table -> changes.add(new SchemaChange.DropTable(table)));
  }

  private void createLate() {
    for (var delta : deltas) {
      changes.addAll(renamedIndexes(delta));
      delta.indexes().added().stream()
          .map(index -> new SchemaChange.CreateIndex(delta.name(), index))
          .forEach(changes::add);
    }
    creations.late().forEach(late -> change(late.table(), List.of(new AddForeignKey(late.key()))));
    for (var delta : deltas) {
      var keys = delta.foreignKeys().added().stream().filter(key -> !isAddedInTable(key, delta));
      change(delta.name(), keys.<TableChange>map(AddForeignKey::new).toList());
    }
  }

  private static List<SchemaChange> renamedIndexes(TableDelta delta) {
    return delta.indexes().renamed().stream()
        .<SchemaChange>map(
            pair ->
                new SchemaChange.RenameIndex(delta.name(), pair.have().name(), pair.want().name()))
        .toList();
  }

  private void change(String table, List<TableChange> list) {
    if (!list.isEmpty()) changes.add(new SchemaChange.ChangeTable(table, list));
  }

  private void change(TableDelta delta) {
    var list = new ArrayList<TableChange>();
    delta.foreignKeys().dropped().stream()
        .filter(key -> isDroppedInTable(key, delta))
        .forEach(key -> list.add(drop(key)));
    dropParts(delta, list::add);
    addRenames(delta.uniqueKeys(), list::add);
    addRenames(delta.foreignKeys(), list::add);
    addRenames(delta.checks(), list::add);
    addRenames(delta.primaryKey(), list::add);
    delta.alterColumns().forEach(each -> list.add(each.change()));
    addParts(delta, list::add);
    delta.foreignKeys().added().stream()
        .filter(key -> isAddedInTable(key, delta))
        .forEach(key -> list.add(new AddForeignKey(key)));
    delta.comment().ifPresent(list::add);
    change(delta.name(), list);
  }

  private static void dropParts(TableDelta delta, Consumer<TableChange> to) {
    for (var check : delta.checks().dropped()) {
      to.accept(new DropCheck(check.name().orElse(""), Optional.of(check)));
    }
    for (var key : delta.uniqueKeys().dropped()) {
      to.accept(new DropUnique(key.name().orElse(""), Optional.of(key)));
    }
    for (var key : delta.primaryKey().dropped()) {
      to.accept(new DropPrimaryKey(key.name(), Optional.of(key)));
    }
    for (var column : generatedFirst(delta.dropColumns())) {
      to.accept(new DropColumn(column.name(), Optional.of(column)));
    }
  }

  /** They go before the columns that they are computed from, and come behind them. */
  private static List<Column> generatedFirst(List<Column> columns) {
    var sorted = new ArrayList<>(columns);
    sorted.sort(Comparator.comparing(column -> column.generated().isEmpty()));
    return sorted;
  }

  private static void addParts(TableDelta delta, Consumer<TableChange> to) {
    var columns = new ArrayList<>(delta.addColumns());
    columns.sort(Comparator.comparing(column -> column.generated().isPresent()));
    columns.forEach(column -> to.accept(new AddColumn(column)));
    delta.primaryKey().added().forEach(key -> to.accept(new AddPrimaryKey(key)));
    delta.uniqueKeys().added().forEach(key -> to.accept(new AddUnique(key)));
    delta.checks().added().forEach(check -> to.accept(new AddCheck(check)));
  }

  private static <T> void addRenames(Matching<T> matching, Consumer<TableChange> to) {
    for (var pair : matching.renamed()) {
      var from = matching.part().name(pair.have()).orElseThrow();
      var name = matching.part().name(pair.want()).orElseThrow();
      to.accept(new RenameConstraint(from, name));
    }
  }

  private static TableChange drop(ForeignKey key) {
    return new DropForeignKey(key.name().orElse(""), Optional.of(key));
  }

  private boolean isDroppedInTable(ForeignKey key, TableDelta delta) {
    boolean comesBack =
        delta.foreignKeys().added().stream().anyMatch(other -> other.name().equals(key.name()));
    // MySQL does not drop and add a name in one statement.
    if (comesBack && dialect != Dialect.SQLITE) return false;
    return !dropped.contains(key.table()) && !isTouched(key) && !delta.losesIndex(key.columns());
  }

  private boolean isAddedInTable(ForeignKey key, TableDelta delta) {
    if (isMysql() && (delta.alters(key.columns()) || delta.gainsIndex(key.columns()))) return false;
    boolean isSelf = key.table().equals(delta.name());
    if (!isSelf) return !isTouched(key);
    if (isMysql() && delta.alters(key.targetColumns())) return false;
    return delta.indexes().added().stream().noneMatch(Index::unique);
  }

  /** They look at the columns of a new key as these were before the statement. */
  private boolean isMysql() {
    return dialect == Dialect.MYSQL || dialect == Dialect.MARIADB;
  }

  /** Does something happen to the other table that the key minds? */
  private boolean isTouched(ForeignKey key) {
    var target = byName.get(key.table());
    return target != null && target.concerns(key.targetColumns());
  }
}
