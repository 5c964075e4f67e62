package dev.mdb.resource.sqlite;

import dev.mdb.error.MdbException;
import dev.mdb.operation.SqlStatement;
import dev.mdb.resource.jdbc.Alteration;
import dev.mdb.resource.sqlite.Clause.Kind;
import dev.mdb.schema.TableChange;
import dev.mdb.schema.TableChange.RenameColumn;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
  private final boolean mayRebuild;
  private boolean isGivenUp;
  private boolean unenforced;

  private TableAlteration(String table, Scratch scratch, boolean mayRebuild) {
    this.table = table;
    this.scratch = scratch;
    this.mayRebuild = mayRebuild;
  }

  /**
   * Where nothing depends on the table, SQLite's own statements are first looked for on a copy of
   * it alone: the tables of a database may be many.
   *
   * @throws MdbException when the table is not there or not as a change wants it, when SQLite
   *     refuses the table that would come of it, or when a view or trigger could not go on with it
   */
  static Alteration of(Connection connection, String table, List<TableChange> changes) {
    var around = Master.around(connection, table);
    var own = around.hasDependants() ? Optional.<Alteration>empty() : own(around, table, changes);
    return own.orElseGet(() -> any(Master.of(connection), table, changes));
  }

  /** Empty when SQLite has no statements of its own: for a rebuild the other tables count. */
  private static Optional<Alteration> own(Master master, String table, List<TableChange> changes) {
    try (var scratch = Scratch.like(master)) {
      var alteration = new TableAlteration(table, scratch, false);
      changes.forEach(alteration::add);
      alteration.flush();
      return alteration.isGivenUp ? Optional.empty() : Optional.of(alteration.found());
    }
  }

  private static Alteration any(Master master, String table, List<TableChange> changes) {
    try (var scratch = Scratch.like(master)) {
      var before = Dependants.broken(scratch);
      var alteration = new TableAlteration(table, scratch, true);
      changes.forEach(alteration::add);
      alteration.flush();
      Dependants.refuse(table, before, Dependants.broken(scratch));
      return alteration.found();
    }
  }

  private Alteration found() {
    return new Alteration(statements.stream().map(SqlStatement::of).toList(), unenforced);
  }

  private TableText text(Master master) {
    return master
        .table(table)
        .orElseThrow(() -> Refusals.refused("there is no table '%s'".formatted(table)));
  }

  private void add(TableChange change) {
    if (isGivenUp) return;
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
    if (waiting.isEmpty() || isGivenUp) return;
    var changes = List.copyOf(waiting);
    waiting.clear();
    var master = scratch.master();
    var old = text(master);
    var own = OwnStatements.of(old, changes);
    if (own.isPresent() && scratch.allows(own.get())) {
      statements.addAll(own.get());
      return;
    }
    if (mayRebuild) rebuild(old, changes, master);
    else isGivenUp = true;
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
