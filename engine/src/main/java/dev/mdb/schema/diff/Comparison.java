package dev.mdb.schema.diff;

import dev.mdb.error.Problem;
import dev.mdb.schema.Catalog;
import dev.mdb.schema.EnumType;
import dev.mdb.schema.Sequence;
import dev.mdb.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Two catalogues, from the renamings to the order of the changes. */
final class Comparison {
  private final DiffOptions options;
  private final Renames renames;
  private final Filtered filtered;
  private final Catalog have;
  private final Catalog want;
  private final List<Difference> differences = new ArrayList<>();
  private final List<Problem> obstacles = new ArrayList<>();

  Comparison(Catalog have, Catalog want, DiffOptions options) {
    this.options = options;
    filtered = new Filtered(options.filter());
    renames = new Renames(have, want, options);
    this.have = filtered.catalog(renames.have(), want);
    this.want = filtered.catalog(want, renames.have());
    differences.addAll(renames.differences());
  }

  CatalogDiff result() {
    var enums = new EnumComparison(have.enums(), want.enums());
    var sequences = sequences();
    var unknown = have.tables().stream().filter(each -> missing(each, want)).toList();
    var created = want.tables().stream().filter(each -> missing(each, have)).toList();
    var deltas = deltas(created, unknown);
    var order = new ChangeOrder(options.dialect(), deltas, created, dropped(unknown));
    differences.addAll(enums.differences());
    obstacles.addAll(enums.obstacles());
    var changes =
        Stream.of(renames.changes(), enums.changes(), sequences, order.changes())
            .flatMap(List::stream)
            .toList();
    obstacles.addAll(enums.usedAtOnce(changes));
    return new CatalogDiff(
        changes,
        differences,
        obstacles,
        RenameHints.of(deltas, created, unknown),
        leftAlone(unknown),
        notCompared());
  }

  private static boolean missing(Table table, Catalog catalog) {
    return catalog.table(table.name()).isEmpty();
  }

  private List<Table> dropped(List<Table> unknown) {
    return options.dropUnknown() ? unknown : List.of();
  }

  private List<TableDelta> deltas(List<Table> created, List<Table> unknown) {
    created.forEach(table -> differences.add(Difference.added("table", table.name())));
    dropped(unknown).forEach(table -> differences.add(Difference.removed("table", table.name())));
    var deltas = new ArrayList<TableDelta>();
    for (var table : want.tables()) {
      have.table(table.name())
          .map(before -> TableComparison.compare(before, table, options, differences))
          .ifPresent(deltas::add);
    }
    StepAside.foreignKeys(deltas, options.dialect());
    return deltas;
  }

  private List<SchemaChange> sequences() {
    var changes = new ArrayList<SchemaChange>();
    for (var sequence : want.sequences()) {
      var before =
          have.sequences().stream().filter(each -> each.name().equals(sequence.name())).findFirst();
      if (before.isEmpty()) {
        differences.add(Difference.added("sequence", sequence.name()));
        changes.add(new SchemaChange.CreateSequence(sequence));
      } else if (!before.get().equals(sequence)) {
        differences.add(Difference.changed("sequence", sequence.name(), ""));
        changes.add(new SchemaChange.AlterSequence(before.get(), sequence));
      }
    }
    return changes;
  }

  private List<String> leftAlone(List<Table> unknown) {
    var lines = new ArrayList<String>();
    if (!options.dropUnknown()) unknown.forEach(table -> lines.add("table " + table.name()));
    var sequences = want.sequences().stream().map(Sequence::name).toList();
    have.sequences().stream()
        .filter(each -> !sequences.contains(each.name()))
        .forEach(each -> lines.add("sequence " + each.name()));
    var enums = want.enums().stream().map(EnumType::name).toList();
    have.enums().stream()
        .filter(each -> !enums.contains(each.name()))
        .forEach(each -> lines.add("enum " + each.name()));
    return lines;
  }

  private List<String> notCompared() {
    var lines = new ArrayList<>(filtered.left());
    have.views().forEach(view -> lines.add("view " + view.name()));
    lines.addAll(have.unread());
    return lines;
  }
}
