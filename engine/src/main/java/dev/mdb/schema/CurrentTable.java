package dev.mdb.schema;

import dev.mdb.error.Category;
import dev.mdb.error.MdbException;
import dev.mdb.error.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A table as it is when a change is done to it: as it was found, and the changes before. */
final class CurrentTable {
  private final String name;
  private final Function<String, Optional<Table>> find;
  private final List<TableChange> done = new ArrayList<>();
  private Optional<Table> found;

  CurrentTable(String name, Function<String, Optional<Table>> find) {
    this.name = name;
    this.find = find;
  }

  /** Looked up when it is first asked for, since that may cost a query. */
  Optional<Table> table() {
    if (found == null) found = find.apply(name);
    return found.map(it -> ChangedTable.after(it, done));
  }

  /** Empty when the table is not known; a table that is known has to have the column. */
  Optional<Column> column(String column) {
    return table().map(it -> it.column(column).orElseThrow(() -> missing("no column " + column)));
  }

  /** The table, for a change whose text depends on it. */
  Table known(String change, String help) {
    return table()
        .orElseThrow(
            () ->
                new MdbException(
                    Problem.of(
                            Category.FAILED,
                            "table-unknown",
                            change
                                + ": the text depends on table "
                                + name
                                + ", which is not known here")
                        .help(help)));
  }

  MdbException missing(String what) {
    return new MdbException(
        Problem.of(Category.FAILED, "not-in-table", "table " + name + " has " + what));
  }

  void done(TableChange change) {
    done.add(change);
  }
}
