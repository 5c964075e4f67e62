package dev.mdb.schema;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** MySQL and MariaDB. */
final class MysqlDdl extends AbstractDdl {
  private static final String FULL_FORM =
      "write the whole column, alterColumn(\"table\") { … }, which needs no look at the database";

  private final boolean mariadb;

  MysqlDdl(Dialect dialect) {
    super(dialect);
    mariadb = dialect == Dialect.MARIADB;
  }

  @Override
  public String column(Column column) {
    onlyAutoIncrement(column);
    return sql.quote(column.name())
        + " "
        + column.type()
        + column.collation().map(it -> " COLLATE " + it).orElse("")
        + column.generated().map(AbstractDdl::generated).orElse("")
        + DefaultText.of(sql.dialect, column)
        // MariaDB does not let a generated column say whether it may be null.
        + (mariadb && column.generated().isPresent() ? "" : nullability(column))
        + (column.identity() == Identity.AUTO_INCREMENT ? " AUTO_INCREMENT" : "")
        + column.comment().map(it -> " COMMENT " + literal(it)).orElse("");
  }

  @Override
  String tableOptions(Table table) {
    return table.comment().map(it -> " COMMENT = " + literal(it)).orElse("");
  }

  /** A column that numbers itself has to be the first of a key from the beginning. */
  @Override
  boolean belongsInTable(Index index, Table table) {
    return table.columns().stream()
        .filter(it -> it.identity() == Identity.AUTO_INCREMENT)
        .anyMatch(it -> isFirst(index, it.name()) && !leadsKey(it.name(), table));
  }

  private static boolean isFirst(Index index, String column) {
    var first = index.parts().get(0);
    return !first.isExpression() && first.text().equals(column);
  }

  private static boolean leadsKey(String column, Table table) {
    return table.primaryKey().filter(it -> it.columns().get(0).equals(column)).isPresent()
        || table.uniqueKeys().stream().anyMatch(it -> it.columns().get(0).equals(column));
  }

  @Override
  public List<String> alter(
      String table, List<TableChange> changes, Function<String, Optional<Table>> current) {
    var statements = new AlterStatements(name(table), MysqlDdl::apart);
    var now = new CurrentTable(table, current);
    for (var change : changes) {
      statements.begin(change);
      change(change, now, statements);
      now.done(change);
    }
    return statements.all();
  }

  /**
   * Within one statement columns go by their old names; a foreign key cannot be dropped and another
   * one added; and a check cannot take the name of one that goes.
   */
  private static boolean apart(TableChange before, TableChange after) {
    var renames = before instanceof TableChange.RenameColumn;
    if (renames != after instanceof TableChange.RenameColumn) return true;
    if (before instanceof TableChange.DropForeignKey && after instanceof TableChange.AddForeignKey)
      return true;
    if (before instanceof TableChange.DropCheck drop && after instanceof TableChange.AddCheck add) {
      return add.check().name().filter(drop.name()::equals).isPresent();
    }
    return AlterStatements.clash(before, after);
  }

  private void change(TableChange change, CurrentTable now, AlterStatements to) {
    if (change instanceof TableChange.AddColumn add) {
      to.clause("ADD COLUMN " + column(add.column()));
    } else if (change instanceof TableChange.DropColumn drop) {
      to.clause("DROP COLUMN " + sql.quote(drop.name()));
    } else if (change instanceof TableChange.RenameColumn rename) {
      to.clause("RENAME COLUMN " + sql.quote(rename.from()) + " TO " + sql.quote(rename.to()));
    } else if (change instanceof TableChange.AlterColumn alter) {
      to.clause("MODIFY COLUMN " + column(altered(alter, now)));
    } else if (change instanceof TableChange.DropPrimaryKey) {
      to.clause("DROP PRIMARY KEY");
    } else if (change instanceof TableChange.DropUnique drop) {
      to.clause("DROP INDEX " + sql.quote(drop.name()));
    } else if (change instanceof TableChange.DropForeignKey drop) {
      to.clause("DROP FOREIGN KEY " + sql.quote(drop.name()));
    } else if (change instanceof TableChange.DropCheck drop) {
      to.clause(dropCheck(drop.name()));
    } else if (change instanceof TableChange.RenameConstraint rename) {
      renameConstraint(rename, now, to);
    } else if (change instanceof TableChange.SetTableComment set) {
      to.clause("COMMENT = " + literal(set.comment().orElse("")));
    } else to.clause("ADD " + constraint(change));
  }

  private String dropCheck(String name) {
    return (mariadb ? "DROP CONSTRAINT " : "DROP CHECK ") + sql.quote(name);
  }

  /** A column is changed by saying all of it again. */
  private Column altered(TableChange.AlterColumn alter, CurrentTable now) {
    var patch = alter.patch();
    if (patch.using().isPresent()) {
      throw sql.refused(
          "USING in a change of type",
          "column " + alter.name(),
          "leave it out and convert the values with statements of your own");
    }
    if (patch.isComplete()) return patch.applyTo(Column.of(alter.name(), "", true));
    now.known("alter column " + alter.name(), FULL_FORM);
    return patch.applyTo(now.column(alter.name()).orElseThrow());
  }

  /** A unique key is an index, which can be renamed; the others go and come again. */
  private void renameConstraint(
      TableChange.RenameConstraint rename, CurrentTable now, AlterStatements to) {
    var table =
        now.known(
            "rename constraint " + rename.from(), "drop it and add it again under its new name");
    var renamed = ChangedTable.after(table, rename);
    if (has(table.uniqueKeys().stream().map(UniqueKey::name).toList(), rename.from())) {
      to.clause("RENAME INDEX " + sql.quote(rename.from()) + " TO " + sql.quote(rename.to()));
    } else if (has(table.checks().stream().map(Check::name).toList(), rename.from())) {
      to.clause(dropCheck(rename.from()));
      to.clause("ADD " + keys.of(checkNamed(renamed, rename.to())));
    } else if (has(table.foreignKeys().stream().map(ForeignKey::name).toList(), rename.from())) {
      var alter = "ALTER TABLE " + name(table.name());
      to.alone(alter + " DROP FOREIGN KEY " + sql.quote(rename.from()));
      to.alone(alter + " ADD " + keys.of(foreignKeyNamed(renamed, rename.to())));
    } else throw now.missing("no unique key, foreign key or check " + rename.from());
  }

  private static boolean has(List<Optional<String>> names, String name) {
    return names.contains(Optional.of(name));
  }

  private static Check checkNamed(Table table, String name) {
    return table.checks().stream()
        .filter(it -> it.name().equals(Optional.of(name)))
        .findFirst()
        .orElseThrow();
  }

  private static ForeignKey foreignKeyNamed(Table table, String name) {
    return table.foreignKeys().stream()
        .filter(it -> it.name().equals(Optional.of(name)))
        .findFirst()
        .orElseThrow();
  }

  @Override
  public String renameTable(String from, String to) {
    return "ALTER TABLE " + name(from) + " RENAME TO " + name(to);
  }

  @Override
  public List<String> createIndex(
      String table, Index index, boolean ifNotExists, boolean concurrently) {
    if (ifNotExists && !mariadb) {
      throw sql.refused(
          "IF NOT EXISTS for indexes", "index " + index.name() + " of " + table, "leave it out");
    }
    return super.createIndex(table, index, ifNotExists, concurrently);
  }

  @Override
  public String dropIndex(String table, String index, boolean ifExists, boolean concurrently) {
    if (ifExists && !mariadb) {
      throw sql.refused("IF EXISTS for indexes", "index " + index + " of " + table, "leave it out");
    }
    return "DROP INDEX " + ifExists(ifExists) + sql.quote(index) + " ON " + name(table);
  }

  @Override
  public List<String> createSequence(Sequence sequence) {
    if (!mariadb) return super.createSequence(sequence);
    return List.of("CREATE SEQUENCE " + SequenceText.create(sql, sequence));
  }

  @Override
  public List<String> alterSequence(Sequence sequence) {
    if (!mariadb) return super.alterSequence(sequence);
    return List.of("ALTER SEQUENCE " + SequenceText.alter(sql, sequence));
  }

  @Override
  public String dropSequence(String sequence) {
    return mariadb ? "DROP SEQUENCE " + name(sequence) : super.dropSequence(sequence);
  }

  @Override
  public String renameSequence(String from, String to) {
    return mariadb
        ? "RENAME TABLE " + name(from) + " TO " + name(to)
        : super.renameSequence(from, to);
  }
}
