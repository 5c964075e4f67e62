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
   * No column becomes a generated one; and outside of SQLite, where the table is written anew, what
   * is computed when it is read becomes nothing else.
   */
  boolean isReplaced() {
    if (have.generated().equals(want.generated())) return false;
    if (want.generated().isPresent()) return true;
    return dialect != Dialect.SQLITE && have.generated().filter(Generated::stored).isEmpty();
  }

  /** Does it stay, with its values, and has to be dropped to become generated again? */
  boolean isFreed() {
    return have.generated().isPresent() && want.generated().isEmpty() && !isReplaced();
  }

  /** Says all of both columns: whoever takes it back or writes it down needs no other. */
  TableChange change() {
    return new AlterColumn(
        have.name(), patch(have, want, dialect), Optional.of(patch(want, have, dialect)));
  }

  private static ColumnPatch patch(Column from, Column to, Dialect dialect) {
    var patch = ColumnPatch.to(to);
    return Casts.using(from, to, dialect).map(patch::using).orElse(patch);
  }

  /** What takes a change of a column back; empty where that cannot be told. */
  static List<TableChange> inverse(AlterColumn change) {
    var generated = change.back().flatMap(ColumnPatch::generated).flatMap(each -> each);
    boolean becomesGenerated = !change.patch().generated().equals(Optional.of(generated));
    if (generated.isEmpty() || !becomesGenerated || !change.patch().isComplete()) {
      return change.inverse().map(List::of).orElse(List.of());
    }
    var plain = change.patch().applyTo(Column.of(change.name(), "", true));
    var before = change.back().orElseThrow().applyTo(plain);
    return List.of(new DropColumn(change.name(), Optional.of(plain)), new AddColumn(before));
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
