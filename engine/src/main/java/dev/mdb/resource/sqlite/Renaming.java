package dev.mdb.resource.sqlite;

import dev.mdb.schema.Check;
import dev.mdb.schema.Column;
import dev.mdb.schema.ColumnPatch;
import dev.mdb.schema.ForeignKey;
import dev.mdb.schema.Generated;
import dev.mdb.schema.PrimaryKey;
import dev.mdb.schema.TableChange;
import dev.mdb.schema.TableChange.RenameColumn;
import dev.mdb.schema.UniqueKey;
import java.util.List;

/** The renaming of a column, and other changes in terms of its new name. */
record Renaming(RenameColumn rename, String table) {
  String statement() {
    return "ALTER TABLE %s RENAME COLUMN %s TO %s"
        .formatted(
            Expressions.name(table),
            Expressions.name(rename.from()),
            Expressions.name(rename.to()));
  }

  /** Is it of a column that one of these adds? */
  boolean isOfNew(List<TableChange> before) {
    return adds(before, rename.from());
  }

  /** Can it be done before these, in a table of these columns? */
  boolean isPossible(List<TableChange> before, List<String> columns) {
    boolean dropped =
        before.stream()
            .anyMatch(
                change ->
                    change instanceof TableChange.DropColumn drop
                        && Names.same(drop.name(), rename.from()));
    boolean same = Names.same(rename.from(), rename.to());
    return !dropped
        && !adds(before, rename.to())
        && (same || !Names.contains(columns, rename.to()));
  }

  private static boolean adds(List<TableChange> changes, String name) {
    return changes.stream()
        .anyMatch(
            change ->
                change instanceof TableChange.AddColumn add
                    && Names.same(add.column().name(), name));
  }

  TableChange in(TableChange change) {
    if (change instanceof TableChange.AddColumn add) {
      return new TableChange.AddColumn(column(add.column()));
    }
    if (change instanceof TableChange.DropColumn drop) {
      return new TableChange.DropColumn(name(drop.name()), drop.was());
    }
    if (change instanceof TableChange.AlterColumn alter) {
      return new TableChange.AlterColumn(name(alter.name()), patch(alter.patch()), alter.back());
    }
    if (change instanceof TableChange.AddPrimaryKey add) {
      var key = add.key();
      return new TableChange.AddPrimaryKey(new PrimaryKey(key.name(), names(key.columns())));
    }
    if (change instanceof TableChange.AddUnique add) {
      var key = add.key();
      return new TableChange.AddUnique(new UniqueKey(key.name(), names(key.columns())));
    }
    if (change instanceof TableChange.AddForeignKey add) {
      return new TableChange.AddForeignKey(key(add.key()));
    }
    if (change instanceof TableChange.AddCheck add) {
      return new TableChange.AddCheck(check(add.check()));
    }
    return dropped(change);
  }

  /** What has no name is found by what it was. */
  private TableChange dropped(TableChange change) {
    if (change instanceof TableChange.DropUnique drop) {
      var was = drop.was().map(key -> new UniqueKey(key.name(), names(key.columns())));
      return new TableChange.DropUnique(drop.name(), was);
    }
    if (change instanceof TableChange.DropForeignKey drop) {
      return new TableChange.DropForeignKey(drop.name(), drop.was().map(this::key));
    }
    if (change instanceof TableChange.DropCheck drop) {
      return new TableChange.DropCheck(drop.name(), drop.was().map(this::check));
    }
    return change;
  }

  private String name(String column) {
    return Names.same(column, rename.from()) ? rename.to() : column;
  }

  private List<String> names(List<String> columns) {
    return columns.stream().map(this::name).toList();
  }

  private String expression(String text) {
    return Expressions.rename(text, rename.from(), rename.to());
  }

  private Generated generated(Generated generated) {
    return new Generated(expression(generated.expression()), generated.stored());
  }

  private Check check(Check check) {
    return new Check(check.name(), expression(check.expression()));
  }

  private ForeignKey key(ForeignKey key) {
    boolean self = Names.same(key.table(), table);
    return new ForeignKey(
        key.name(),
        names(key.columns()),
        key.table(),
        self ? names(key.targetColumns()) : key.targetColumns(),
        key.onDelete(),
        key.onUpdate(),
        key.deferral());
  }

  private Column column(Column column) {
    return new Column(
        name(column.name()),
        column.type(),
        column.nullable(),
        column.defaultValue(),
        column.identity(),
        column.generated().map(this::generated),
        column.collation(),
        column.comment());
  }

  private ColumnPatch patch(ColumnPatch patch) {
    return new ColumnPatch(
        patch.type(),
        patch.using().map(this::expression),
        patch.nullable(),
        patch.defaultValue(),
        patch.identity(),
        patch.generated().map(value -> value.map(this::generated)),
        patch.collation(),
        patch.comment());
  }
}
