package dev.mdb.schema.diff;

import dev.mdb.error.Category;
import dev.mdb.error.Problem;
import dev.mdb.schema.EnumType;
import dev.mdb.schema.diff.SchemaChange.AddEnumValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** PostgreSQL's enum types: values can be added, and nothing else can be done to them. */
final class EnumComparison {
  private final List<SchemaChange> changes = new ArrayList<>();
  private final List<Difference> differences = new ArrayList<>();
  private final List<Problem> obstacles = new ArrayList<>();

  EnumComparison(List<EnumType> have, List<EnumType> want) {
    for (var type : want) {
      have.stream()
          .filter(each -> each.name().equals(type.name()))
          .findFirst()
          .ifPresentOrElse(before -> compare(before, type), () -> create(type));
    }
  }

  private void create(EnumType type) {
    differences.add(Difference.added("enum", type.name()));
    changes.add(new SchemaChange.CreateEnum(type));
  }

  private void compare(EnumType before, EnumType now) {
    if (before.equals(now)) return;
    var gone = before.values().stream().filter(value -> !now.values().contains(value)).toList();
    if (!gone.isEmpty()) {
      refuse(now, "lost " + String.join(", ", gone) + ", and PostgreSQL takes no value away");
      return;
    }
    var kept = now.values().stream().filter(before.values()::contains).toList();
    if (!kept.equals(before.values())) {
      refuse(now, "has another order, and PostgreSQL moves no value");
      return;
    }
    addValues(before, now);
  }

  /** From the last to the first, so that the one behind is always there already. */
  private void addValues(EnumType before, EnumType now) {
    Optional<String> behind = Optional.empty();
    for (int i = now.values().size() - 1; i >= 0; i--) {
      var value = now.values().get(i);
      if (!before.values().contains(value)) {
        changes.add(new AddEnumValue(now.name(), value, behind));
        differences.add(Difference.added("enum value", now.name() + "." + value));
      }
      behind = Optional.of(value);
    }
  }

  private void refuse(EnumType type, String why) {
    obstacles.add(
        Problem.of(Category.FOUND, "enum-values", "enum " + type.name() + " " + why)
            .help(
                "write a revision that makes a new type, alters the columns to it with using, and"
                    + " drops the old one; or exclude it: --exclude enum:"
                    + type.name()));
  }

  /** PostgreSQL lets nobody use a new value in the transaction that adds it. */
  List<Problem> usedAtOnce(List<SchemaChange> all) {
    var problems = new ArrayList<Problem>();
    for (var change : changes) {
      if (!(change instanceof AddEnumValue added)) continue;
      var cast = "'" + added.value().replace("'", "''") + "'::" + added.type();
      boolean used = all.stream().anyMatch(each -> each != added && each.toString().contains(cast));
      if (used) problems.add(usedAtOnce(added));
    }
    return problems;
  }

  private static Problem usedAtOnce(AddEnumValue added) {
    var message =
        "the value '"
            + added.value()
            + "' of enum "
            + added.type()
            + " is new, and used by another difference: PostgreSQL wants it committed first";
    return Problem.of(Category.FOUND, "enum-value-used-at-once", message)
        .help("write a revision for the enum alone first: --exclude '*'");
  }

  List<SchemaChange> changes() {
    return changes;
  }

  List<Difference> differences() {
    return differences;
  }

  List<Problem> obstacles() {
    return obstacles;
  }
}
