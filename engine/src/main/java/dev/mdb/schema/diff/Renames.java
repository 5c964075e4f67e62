package dev.mdb.schema.diff;

import dev.mdb.error.Category;
import dev.mdb.error.MdbException;
import dev.mdb.error.Problem;
import dev.mdb.schema.Catalog;
import dev.mdb.schema.Check;
import dev.mdb.schema.Table;
import dev.mdb.schema.TableChange;
import dev.mdb.schema.TableChange.DropCheck;
import dev.mdb.schema.TableChange.RenameColumn;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Does the renamings, which come first of all: afterwards the database is compared as it will be
 * then.
 */
final class Renames {
  private final Catalog want;
  private final DiffOptions options;
  private final List<Problem> problems = new ArrayList<>();
  private final List<SchemaChange> changes = new ArrayList<>();
  private final List<Difference> differences = new ArrayList<>();
  private final Map<String, List<TableChange>> inTables = new LinkedHashMap<>();
  private final Map<String, String> newNames = new HashMap<>();
  private Catalog have;

  /**
   * @throws MdbException of category USAGE with every rename that cannot be
   */
  Renames(Catalog have, Catalog want, DiffOptions options) {
    this.have = have;
    this.want = want;
    this.options = options;
    var columns = new ArrayList<Rename>();
    for (var rename : options.renames()) {
      // Both a table of a schema and a column of a table have a dot.
      if (have.table(rename.path()).isPresent()) table(rename);
      else columns.add(rename);
    }
    columns.forEach(this::column);
    inTables.forEach((table, list) -> changes.add(new SchemaChange.ChangeTable(table, list)));
    if (!problems.isEmpty()) throw new MdbException(problems);
  }

  private void table(Rename rename) {
    var to = rename.newPath();
    if (want.table(rename.path()).isPresent()) {
      refuse(rename, "the models still have the table " + rename.path());
    } else if (want.table(to).isEmpty()) {
      refuse(rename, "the models have no table " + to);
    } else if (have.table(to).isPresent()) {
      refuse(rename, "the database already has a table " + to);
    } else {
      changes.add(new SchemaChange.RenameTable(rename.path(), to));
      differences.add(Difference.renamed("table", rename.path(), to));
      newNames.put(rename.path(), to);
      have = RenamedCatalog.table(have, rename.path(), to);
    }
  }

  private void column(Rename rename) {
    var table = tableOf(rename);
    if (table.isEmpty()) {
      var what = rename.place().isEmpty() ? rename.name() : rename.place();
      refuse(rename, "the database has no table " + what);
      return;
    }
    column(rename, table.get());
  }

  /** By its new name or by its old one. */
  private Optional<Table> tableOf(Rename rename) {
    return have.table(newNames.getOrDefault(rename.place(), rename.place()));
  }

  private void column(Rename rename, Table table) {
    var to = rename.to().substring(rename.to().lastIndexOf('.') + 1);
    var wanted = want.table(table.name());
    if (table.column(rename.name()).isEmpty()) {
      refuse(rename, "table " + table.name() + " has no column " + rename.name());
    } else if (wanted.flatMap(each -> each.column(rename.name())).isPresent()) {
      refuse(rename, "the models still have the column " + table.name() + "." + rename.name());
    } else if (wanted.flatMap(each -> each.column(to)).isEmpty()) {
      refuse(rename, "the models have no column " + table.name() + "." + to);
    } else if (table.column(to).isPresent()) {
      refuse(rename, "the database already has a column " + table.name() + "." + to);
    } else {
      rename(table, rename.name(), to);
    }
  }

  private void rename(Table table, String from, String to) {
    var list = inTables.computeIfAbsent(table.name(), name -> new ArrayList<>());
    if (options.isMysql()) dropChecks(table, from, list);
    list.add(new RenameColumn(from, to));
    var name = table.name() + ".";
    differences.add(Difference.renamed("column", name + from, name + to));
    have = RenamedCatalog.column(have, table.name(), from, to);
  }

  /** MySQL and MariaDB rename no column that a check names: the comparison adds it again. */
  private void dropChecks(Table table, String column, List<TableChange> to) {
    var checks =
        table.checks().stream()
            .filter(check -> SqlNames.mentions(check.expression(), column))
            .toList();
    for (Check check : checks) {
      to.add(new DropCheck(check.name().orElse(""), Optional.of(check)));
    }
    have = RenamedCatalog.withoutChecks(have, table.name(), checks);
  }

  private void refuse(Rename rename, String why) {
    problems.add(
        Problem.of(Category.USAGE, "impossible-rename", "--rename " + rename + ": " + why)
            .help("it takes what is there now, then the name that the models have for it"));
  }

  /** The database after it. */
  Catalog have() {
    return have;
  }

  List<SchemaChange> changes() {
    return changes;
  }

  List<Difference> differences() {
    return differences;
  }
}
