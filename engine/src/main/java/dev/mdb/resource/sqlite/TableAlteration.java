package dev.mdb.resource.sqlite;

import dev.mdb.error.MdbException;
import dev.mdb.operation.SqlStatement;
import dev.mdb.resource.jdbc.Alteration;
import dev.mdb.resource.sqlite.Clause.Kind;
import dev.mdb.schema.TableChange;
import dev.mdb.schema.TableChange.RenameColumn;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the statements for changes of a table: SQLite's own where it has one for each of them, else
 * one rebuild for all. They are tried on a copy without rows, so that SQLite itself is asked what
 * it allows, and nothing is copied for a change that it would refuse in the end.
 *
 * <p>Columns are always renamed by SQLite, which knows the views, triggers and foreign keys that
 * name them: beforehand where that is possible, with the other changes put in terms of the new
 * name.
 */
final class TableAlteration {
  private final String table;
  private final Scratch scratch;
  private final List<String> statements = new ArrayList<>();
  private final List<TableChange> waiting = new ArrayList<>();
  private boolean unenforced;

  private TableAlteration(String table, Scratch scratch) {
    this.table = table;
    this.scratch = scratch;
  }

  /**
   * @throws MdbException when the table is not there or not as a change wants it, when SQLite
   *     refuses the table that would come of it, or when a view or trigger could not go on with it
   */
  static Alteration of(Master master, String table, List<TableChange> changes) {
    try (var scratch = Scratch.like(master)) {
      var before = Dependants.broken(scratch);
      var alteration = new TableAlteration(table, scratch);
      changes.forEach(alteration::add);
      alteration.flush();
      Dependants.refuse(table, before, Dependants.broken(scratch));
      return new Alteration(
          alteration.statements.stream().map(SqlStatement::of).toList(), alteration.unenforced);
    }
  }

  private TableText text(Master master) {
    return master
        .table(table)
        .orElseThrow(() -> Refusals.refused("there is no table '%s'".formatted(table)));
  }

  private void add(TableChange change) {
    if (!(change instanceof RenameColumn rename)) {
      waiting.add(change);
      return;
    }
    var renaming = new Renaming(rename, table);
    var columns = text(scratch.master()).columnNames();
    boolean isNew = renaming.isOfNew(waiting);
    boolean possible =
        isNew ? !Names.contains(columns, rename.to()) : renaming.isPossible(waiting, columns);
    if (!possible) flush();
    else waiting.replaceAll(renaming::in);
    if (!isNew || !possible) emit("renaming " + rename.from(), List.of(renaming.statement()));
  }

  private void emit(String what, List<String> more) {
    scratch.run("%s of table '%s'".formatted(what, table), more);
    statements.addAll(more);
  }

  private void flush() {
    if (waiting.isEmpty()) return;
    var changes = List.copyOf(waiting);
    waiting.clear();
    var master = scratch.master();
    var old = text(master);
    var own = OwnStatements.of(old, changes);
    if (own.isPresent() && scratch.allows(own.get())) {
      statements.addAll(own.get());
      return;
    }
    rebuild(old, changes, master);
  }

  private void rebuild(TableText old, List<TableChange> changes, Master master) {
    var edit = new TableEdit(old);
    changes.forEach(edit::apply);
    if (edit.text().text().equals(old.text()) && edit.isOnlyCopied()) return;
    unenforced |= old.has(Kind.FOREIGN_KEY) || edit.text().has(Kind.FOREIGN_KEY);
    unenforced |= isReferred(master);
    emit("the change", new TableRebuild(old, edit, master).statements());
  }

  private boolean isReferred(Master master) {
    return master.tables().stream()
        .flatMap(other -> other.allClauses().stream())
        .filter(clause -> clause.is(Kind.FOREIGN_KEY))
        .anyMatch(clause -> Names.same(Reference.of(clause).table(), table));
  }
}
