package dev.mdb.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * A table with changes done to it. A new name of a column is put wherever the column is named; the
 * texts of checks and expressions stay as they are. With a column go the keys and indexes that name
 * it.
 */
public final class ChangedTable {
  private ChangedTable() {}

  static Table after(Table table, List<TableChange> changes) {
    var changed = table;
    for (var change : changes) changed = after(changed, change);
    return changed;
  }

  public static Table after(Table table, TableChange change) {
    var parts = new Parts(table);
    if (change instanceof TableChange.AddColumn add) parts.columns.add(add.column());
    else if (change instanceof TableChange.DropColumn drop) parts.dropColumn(drop.name());
    else if (change instanceof TableChange.RenameColumn rename) {
      parts.renameColumn(rename.from(), rename.to());
    } else if (change instanceof TableChange.AlterColumn alter) {
      parts.columns.replaceAll(
          it -> it.name().equals(alter.name()) ? alter.patch().applyTo(it) : it);
    } else if (change instanceof TableChange.RenameConstraint rename) {
      parts.renameConstraint(rename.from(), rename.to());
    } else if (change instanceof TableChange.SetTableComment set) parts.comment = set.comment();
    else parts.key(change);
    return parts.table();
  }

  private static final class Parts {
    private final String name;
    private final List<Column> columns;
    private Optional<PrimaryKey> primaryKey;
    private final List<UniqueKey> uniqueKeys;
    private final List<ForeignKey> foreignKeys;
    private final List<Check> checks;
    private final List<Index> indexes;
    private Optional<String> comment;

    Parts(Table table) {
      name = table.name();
      columns = new ArrayList<>(table.columns());
      primaryKey = table.primaryKey();
      uniqueKeys = new ArrayList<>(table.uniqueKeys());
      foreignKeys = new ArrayList<>(table.foreignKeys());
      checks = new ArrayList<>(table.checks());
      indexes = new ArrayList<>(table.indexes());
      comment = table.comment();
    }

    Table table() {
      return new Table(
          name, columns, primaryKey, uniqueKeys, foreignKeys, checks, indexes, comment);
    }

    void key(TableChange change) {
      if (change instanceof TableChange.AddPrimaryKey add) primaryKey = Optional.of(add.key());
      else if (change instanceof TableChange.DropPrimaryKey) primaryKey = Optional.empty();
      else if (change instanceof TableChange.AddUnique add) uniqueKeys.add(add.key());
      else if (change instanceof TableChange.DropUnique drop) {
        uniqueKeys.removeIf(it -> isCalled(drop.name(), it.name()));
      } else if (change instanceof TableChange.AddForeignKey add) foreignKeys.add(add.key());
      else if (change instanceof TableChange.DropForeignKey drop) {
        foreignKeys.removeIf(it -> isCalled(drop.name(), it.name()));
      } else if (change instanceof TableChange.AddCheck add) checks.add(add.check());
      else if (change instanceof TableChange.DropCheck drop) {
        checks.removeIf(it -> isCalled(drop.name(), it.name()));
      }
    }

    void dropColumn(String column) {
      columns.removeIf(it -> it.name().equals(column));
      primaryKey = primaryKey.filter(it -> !it.columns().contains(column));
      uniqueKeys.removeIf(it -> it.columns().contains(column));
      foreignKeys.removeIf(it -> it.columns().contains(column));
      Predicate<Index.Part> names = it -> !it.isExpression() && it.text().equals(column);
      indexes.removeIf(it -> it.parts().stream().anyMatch(names) || it.include().contains(column));
    }

    void renameColumn(String from, String to) {
      UnaryOperator<String> renamed = it -> it.equals(from) ? to : it;
      columns.replaceAll(it -> called(it, renamed.apply(it.name())));
      primaryKey = primaryKey.map(it -> new PrimaryKey(it.name(), all(it.columns(), renamed)));
      uniqueKeys.replaceAll(it -> new UniqueKey(it.name(), all(it.columns(), renamed)));
      foreignKeys.replaceAll(it -> renamed(it, it.name(), renamed));
      indexes.replaceAll(it -> renamed(it, renamed));
    }

    void renameConstraint(String from, String to) {
      UnaryOperator<Optional<String>> renamed = it -> isCalled(from, it) ? Optional.of(to) : it;
      primaryKey = primaryKey.map(it -> new PrimaryKey(renamed.apply(it.name()), it.columns()));
      uniqueKeys.replaceAll(it -> new UniqueKey(renamed.apply(it.name()), it.columns()));
      foreignKeys.replaceAll(it -> renamed(it, renamed.apply(it.name()), UnaryOperator.identity()));
      checks.replaceAll(it -> new Check(renamed.apply(it.name()), it.expression()));
    }

    private static boolean isCalled(String name, Optional<String> constraint) {
      return constraint.filter(name::equals).isPresent();
    }

    private static Column called(Column column, String name) {
      return ColumnPatch.to(column).applyTo(Column.of(name, column.type(), column.nullable()));
    }

    private ForeignKey renamed(ForeignKey key, Optional<String> newName, UnaryOperator<String> to) {
      var toItself = key.table().equals(name);
      return new ForeignKey(
          newName,
          all(key.columns(), to),
          key.table(),
          toItself ? all(key.targetColumns(), to) : key.targetColumns(),
          key.onDelete(),
          key.onUpdate(),
          key.deferral());
    }

    private static Index renamed(Index index, UnaryOperator<String> to) {
      var parts =
          index.parts().stream()
              .map(
                  it ->
                      it.isExpression()
                          ? it
                          : new Index.Part(
                              to.apply(it.text()), false, it.descending(), it.qualifier()))
              .toList();
      return new Index(
          index.name(),
          index.unique(),
          parts,
          index.method(),
          index.predicate(),
          all(index.include(), to));
    }

    private static List<String> all(List<String> names, UnaryOperator<String> to) {
      return names.stream().map(to).toList();
    }
  }
}
