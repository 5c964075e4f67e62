package dev.mdb.schema.diff;

import dev.mdb.schema.Column;
import dev.mdb.schema.Table;
import dev.mdb.schema.TableChange;
import dev.mdb.schema.TableChange.SetTableComment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Two tables of one name. */
final class TableComparison {
  private final Table have;
  private final Table want;
  private final DiffOptions options;
  private final List<Difference> differences;
  private final List<Column> dropColumns = new ArrayList<>();
  private final List<Column> addColumns = new ArrayList<>();
  private final List<ColumnComparison> alterColumns = new ArrayList<>();

  private TableComparison(
      Table have, Table want, DiffOptions options, List<Difference> differences) {
    this.have = have;
    this.want = want;
    this.options = options;
    this.differences = differences;
  }

  /**
   * @param differences gets what differs
   */
  static TableDelta compare(
      Table have, Table want, DiffOptions options, List<Difference> differences) {
    return new TableComparison(have, want, options, differences).run();
  }

  private TableDelta run() {
    columns();
    var keys = new Part.OfForeignKey("foreign key", options.isMysql());
    var delta =
        new TableDelta(
            have,
            want,
            dropColumns,
            addColumns,
            alterColumns,
            match(
                new Part.OfPrimaryKey("primary key"),
                have.primaryKey().stream().toList(),
                want.primaryKey().stream().toList()),
            match(new Part.OfUniqueKey("unique key"), have.uniqueKeys(), want.uniqueKeys()),
            match(keys, have.foreignKeys(), want.foreignKeys()),
            match(new Part.OfCheck("check"), have.checks(), want.checks()),
            match(new Part.OfIndex("index"), have.indexes(), want.indexes()),
            comment());
    new StepAside(delta, options.dialect()).run();
    return delta;
  }

  private void columns() {
    for (var column : have.columns()) {
      if (want.column(column.name()).isPresent()) continue;
      dropColumns.add(column);
      differences.add(Difference.removed("column", in(column.name())));
    }
    for (var column : want.columns()) {
      have.column(column.name())
          .ifPresentOrElse(before -> column(before, column), () -> addColumn(column));
    }
  }

  private void addColumn(Column column) {
    addColumns.add(column);
    differences.add(Difference.added("column", in(column.name())));
  }

  private void column(Column before, Column now) {
    var comparison = new ColumnComparison(before, now, options.dialect());
    if (comparison.isSame()) return;
    differences.add(Difference.changed("column", in(now.name()), comparison.text()));
    if (comparison.isReplaced()) {
      dropColumns.add(before);
      addColumns.add(now);
    } else {
      alterColumns.add(comparison);
    }
  }

  private <T> Matching<T> match(Part<T> part, List<T> before, List<T> now) {
    var matching =
        new Matching<>(
            part, before, now, name -> options.generatedNames().contains(want.name(), name));
    for (var pair : matching.renamed()) {
      var from = part.shown(pair.have());
      differences.add(Difference.renamed(part.title(), in(from), in(part.shown(pair.want()))));
    }
    tell(matching);
    return matching;
  }

  /** What has the name of something that went is a change of it. */
  private <T> void tell(Matching<T> matching) {
    var part = matching.part();
    var gone = new ArrayList<>(matching.dropped());
    for (var each : matching.added()) {
      var before = gone.stream().filter(old -> isSuccessor(part, old, each)).findFirst();
      before.ifPresent(gone::remove);
      differences.add(
          before
              .map(old -> part.text(old) + " -> " + part.text(each))
              .map(how -> Difference.changed(part.title(), in(part.shown(each)), how))
              .orElseGet(() -> Difference.added(part.title(), in(part.shown(each)))));
    }
    gone.forEach(each -> differences.add(Difference.removed(part.title(), in(part.shown(each)))));
  }

  private static <T> boolean isSuccessor(Part<T> part, T old, T each) {
    boolean onlyOne = part instanceof Part.OfPrimaryKey;
    return onlyOne || part.name(old).isPresent() && part.name(old).equals(part.name(each));
  }

  private Optional<TableChange> comment() {
    if (have.comment().equals(want.comment())) return Optional.empty();
    var how =
        ColumnComparison.quoted(have.comment()) + " -> " + ColumnComparison.quoted(want.comment());
    differences.add(Difference.changed("comment", want.name(), how));
    return Optional.of(new SetTableComment(want.comment(), Optional.of(have.comment())));
  }

  private String in(String name) {
    return want.name() + "." + name;
  }
}
