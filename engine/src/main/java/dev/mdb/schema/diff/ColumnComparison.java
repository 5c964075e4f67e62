package dev.mdb.schema.diff;

import dev.mdb.schema.Column;
import dev.mdb.schema.ColumnPatch;
import dev.mdb.schema.Dialect;
import dev.mdb.schema.Generated;
import dev.mdb.schema.Identity;
import dev.mdb.schema.TableChange;
import dev.mdb.schema.TableChange.AddColumn;
import dev.mdb.schema.TableChange.AlterColumn;
import dev.mdb.schema.TableChange.DropColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Two columns of one name. */
final class ColumnComparison {
  private final Column have;
  private final Column want;
  private final Dialect dialect;

  ColumnComparison(Column have, Column want, Dialect dialect) {
    this.have = have;
    this.want = want;
    this.dialect = dialect;
  }

  String name() {
    return want.name();
  }

  Column have() {
    return have;
  }

  Column want() {
    return want;
  }

  boolean isSame() {
    return have.equals(want);
  }

  boolean changesType() {
    return !have.type().equals(want.type());
  }

  /** Does a foreign key that the column is part of have to be made anew? */
  boolean breaksForeignKeys() {
    return switch (dialect) {
      case SQLITE -> false;
      case POSTGRESQL -> !Casts.isSameFamily(have.type(), want.type());
      case MYSQL, MARIADB -> changesType();
    };
  }

  /**
   * Only SQLite, where the table is written anew, can make any column of any other; elsewhere none
   * becomes a generated one, and what is computed when it is read becomes no other.
   */
  boolean isReplaced() {
    if (have.generated().equals(want.generated()) || dialect == Dialect.SQLITE) return false;
    return want.generated().isPresent() || have.generated().filter(Generated::stored).isEmpty();
  }

  /** Does it stay, with its values, and has to be dropped to become generated again? */
  boolean isFreed() {
    return dialect != Dialect.SQLITE
        && have.generated().isPresent()
        && want.generated().isEmpty()
        && !isReplaced();
  }

  TableChange change() {
    if (isFreed()) {
      // Said in full both ways, so that both columns are known when it is taken back.
      return new AlterColumn(have.name(), ColumnPatch.to(want), Optional.of(ColumnPatch.to(have)));
    }
    var back = patch(want, have, dialect);
    return new AlterColumn(have.name(), patch(have, want, dialect), Optional.of(back));
  }

  /** What takes a change of a column back; empty where that cannot be told. */
  static List<TableChange> inverse(AlterColumn change) {
    var generated = change.back().flatMap(ColumnPatch::generated).flatMap(each -> each);
    if (generated.isEmpty() || !change.patch().isComplete()) {
      return change.inverse().map(List::of).orElse(List.of());
    }
    var plain = change.patch().applyTo(Column.of(change.name(), "", true));
    var before = change.back().orElseThrow().applyTo(plain);
    return List.of(new DropColumn(change.name(), Optional.of(plain)), new AddColumn(before));
  }

  private static ColumnPatch patch(Column from, Column to, Dialect dialect) {
    var patch =
        new ColumnPatch(
            changed(from, to, Column::type),
            Optional.empty(),
            changed(from, to, Column::nullable),
            changed(from, to, Column::defaultValue),
            changed(from, to, Column::identity),
            changed(from, to, Column::generated),
            changed(from, to, Column::collation),
            changed(from, to, Column::comment));
    return Casts.using(from, to, dialect).map(patch::using).orElse(patch);
  }

  private static <T> Optional<T> changed(Column from, Column to, Function<Column, T> part) {
    var value = part.apply(to);
    return part.apply(from).equals(value) ? Optional.empty() : Optional.of(value);
  }

  /** {@code type integer -> bigint, now nullable}. */
  String text() {
    var parts = new ArrayList<String>();
    if (changesType()) parts.add("type " + have.type() + " -> " + want.type());
    if (have.nullable() != want.nullable()) {
      parts.add(want.nullable() ? "now nullable" : "now not null");
    }
    parts.add(
        arrow("default", have.defaultValue().orElse("none"), want.defaultValue().orElse("none")));
    parts.add(arrow("identity", name(have.identity()), name(want.identity())));
    parts.add(arrow("generated", generated(have), generated(want)));
    parts.add(
        arrow("collation", have.collation().orElse("usual"), want.collation().orElse("usual")));
    parts.add(arrow("comment", quoted(have.comment()), quoted(want.comment())));
    parts.removeIf(String::isEmpty);
    return String.join(", ", parts);
  }

  private static String arrow(String what, String from, String to) {
    return from.equals(to) ? "" : what + " " + from + " -> " + to;
  }

  private static String name(Identity identity) {
    return identity.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static String generated(Column column) {
    return column
        .generated()
        .map(each -> "(" + each.expression() + ")" + (each.stored() ? " stored" : ""))
        .orElse("none");
  }

  static String quoted(Optional<String> text) {
    return text.map(each -> "'" + each + "'").orElse("none");
  }
}
