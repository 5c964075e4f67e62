package dev.mdb.schema.diff;

import dev.mdb.schema.Catalog;
import dev.mdb.schema.Check;
import dev.mdb.schema.ForeignKey;
import dev.mdb.schema.PrimaryKey;
import dev.mdb.schema.Table;
import dev.mdb.schema.UniqueKey;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Names of constraints and indexes that nobody chose: those that the engine gave, and those that
 * Exposed gives to what has no name in a model.
 *
 * @param names {@code table.constraint}
 */
public record GeneratedNames(Set<String> names) {
  public static final GeneratedNames NONE = new GeneratedNames(Set.of());

  public GeneratedNames {
    names = Set.copyOf(names);
  }

  /**
   * @param wanted as the models say it
   * @param normalised the same as the engine shows it, with the names that it gave
   */
  public static GeneratedNames of(Catalog wanted, Catalog normalised) {
    var names = new TreeSet<String>();
    for (var table : normalised.tables()) {
      var chosen = new HashSet<String>();
      wanted.tables().stream()
          .filter(each -> each.name().equalsIgnoreCase(table.name()))
          .flatMap(GeneratedNames::constraints)
          .forEach(name -> chosen.add(name.toLowerCase(Locale.ROOT)));
      constraints(table)
          .filter(name -> !chosen.contains(name.toLowerCase(Locale.ROOT)))
          .forEach(name -> names.add(table.name() + "." + name));
      UsualNames.in(table).forEach(name -> names.add(table.name() + "." + name));
    }
    return new GeneratedNames(names);
  }

  boolean contains(String table, String constraint) {
    return names.contains(table + "." + constraint);
  }

  static Stream<String> constraints(Table table) {
    return Stream.of(
            table.primaryKey().stream().map(PrimaryKey::name),
            table.uniqueKeys().stream().map(UniqueKey::name),
            table.foreignKeys().stream().map(ForeignKey::name),
            table.checks().stream().map(Check::name))
        .flatMap(each -> each)
        .flatMap(Optional::stream);
  }
}
