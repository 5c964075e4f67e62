package dev.mdb.resource.sqlite;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A table is made anew beside the old one, gets its rows, and takes its place. Source: "Making
 * Other Kinds Of Table Schema Changes", https://www.sqlite.org/lang_altertable.html
 */
final class TableRebuild {
  private static final List<String> ROWIDS = List.of("rowid", "_rowid_", "oid");

  private final TableText old;
  private final TableEdit edit;
  private final Master master;
  private final String temporary;

  TableRebuild(TableText old, TableEdit edit, Master master) {
    this.old = old;
    this.edit = edit;
    this.master = master;
    this.temporary = free("mdb_new_" + old.name());
  }

  private String free(String name) {
    boolean taken = master.entries().stream().anyMatch(entry -> Names.same(entry.name(), name));
    return taken ? free(name + "_") : name;
  }

  List<String> statements() {
    var statements = new ArrayList<String>();
    statements.add(edit.text().named(temporary).text());
    statements.add(copy());
    if (numbersRows(old) && numbersRows(edit.text())) statements.addAll(lastNumber());
    goneIndexes().forEach(index -> statements.add("DROP INDEX " + Expressions.name(index.name())));
    // In the new way SQLite would refuse to rename while a view looks for the old table.
    statements.add("PRAGMA legacy_alter_table = ON");
    statements.add("DROP TABLE " + Expressions.name(old.name()));
    statements.add(
        "ALTER TABLE %s RENAME TO %s"
            .formatted(Expressions.name(temporary), Expressions.name(old.name())));
    statements.add("PRAGMA legacy_alter_table = OFF");
    var gone = goneIndexes();
    for (var index : master.indexesOf(old.name())) {
      if (!gone.contains(index)) statements.add(index.sql());
    }
    master.of("trigger", old.name()).forEach(trigger -> statements.add(trigger.sql()));
    return statements;
  }

  /** Those over a column that is dropped go with it. */
  private List<IndexText> goneIndexes() {
    return master.indexesOf(old.name()).stream()
        .filter(index -> edit.gone().stream().anyMatch(index::mentions))
        .toList();
  }

  /** A row that cannot be taken over is an error, whatever the constraints say of conflicts. */
  private String copy() {
    var columns = new ArrayList<String>();
    var values = new ArrayList<String>();
    rowid()
        .ifPresent(
            rowid -> {
              columns.add(rowid);
              values.add(rowid);
            });
    edit.values()
        .forEach(
            (column, value) -> {
              columns.add(Expressions.name(column));
              values.add(value);
            });
    return "INSERT OR ABORT INTO %s (%s) SELECT %s FROM %s"
        .formatted(
            Expressions.name(temporary),
            String.join(", ", columns),
            String.join(", ", values),
            Expressions.name(old.name()));
  }

  /** The name under which rows keep their rowid; empty where a column stands for it. */
  private Optional<String> rowid() {
    var now = edit.text();
    if (!old.hasRowid() || !now.hasRowid() || TableReader.hasRowidColumn(now)) {
      return Optional.empty();
    }
    return ROWIDS.stream()
        .filter(name -> old.column(name).isEmpty() && now.column(name).isEmpty())
        .findFirst();
  }

  private static boolean numbersRows(TableText table) {
    return table.columns().stream().anyMatch(TableReader::isNumbered);
  }

  /** The highest number that was ever given may be that of a row that is gone. */
  private List<String> lastNumber() {
    var made = literal(temporary);
    return List.of(
        "DELETE FROM sqlite_sequence WHERE name = " + made,
        "INSERT INTO sqlite_sequence (name, seq) SELECT %s, seq FROM sqlite_sequence WHERE name = %s"
            .formatted(made, literal(old.name())));
  }

  private static String literal(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}
