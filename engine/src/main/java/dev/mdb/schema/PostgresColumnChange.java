package dev.mdb.schema;

import java.util.Optional;

/**
 * One change of a column. What is known to be so already is left out: a type that is written again
 * may be refused where a view needs the column.
 */
final class PostgresColumnChange {
  private final PostgresDdl ddl;
  private final String table;
  private final String name;
  private final ColumnPatch patch;
  private final CurrentTable now;
  private final Optional<Column> old;
  private final PostgresIdentity identity;
  private final String alter;

  PostgresColumnChange(
      PostgresDdl ddl, String table, TableChange.AlterColumn change, CurrentTable now) {
    this.ddl = ddl;
    this.table = table;
    this.name = change.name();
    this.patch = change.patch();
    this.now = now;
    this.old = now.column(name);
    this.identity = new PostgresIdentity(ddl, table, name);
    this.alter = "ALTER COLUMN " + ddl.sql.quote(name) + " ";
  }

  void write(AlterStatements to) {
    generated(to);
    if (old.isEmpty() && patch.identity().equals(Optional.of(Identity.NONE))) {
      identity.leaveIfAny(to);
    }
    if (changesType()) type(to);
    else defaultValue(to);
    patch
        .nullable()
        .filter(it -> old.map(Column::nullable).filter(it::equals).isEmpty())
        .ifPresent(it -> to.clause(alter + (it ? "DROP NOT NULL" : "SET NOT NULL")));
    identity(to);
    patch
        .comment()
        .filter(it -> old.map(Column::comment).filter(it::equals).isEmpty())
        .ifPresent(it -> to.following(ddl.columnComment(table, name, it)));
  }

  private void generated(AlterStatements to) {
    if (patch.generated().isEmpty()) return;
    var wanted = patch.generated().get();
    if (old.map(Column::generated).filter(wanted::equals).isPresent()) return;
    if (wanted.isPresent()) {
      throw ddl.sql.refused(
          "way to give an expression to a column that is there",
          "column " + table + "." + name,
          "drop the column and add it again, with the indexes and keys that go with it");
    }
    to.clause(alter + "DROP EXPRESSION IF EXISTS");
  }

  private boolean changesType() {
    if (patch.using().isPresent()) return true;
    return patch.type().filter(it -> old.map(Column::type).filter(it::equals).isEmpty()).isPresent()
        || patch.collation().filter(this::isNewCollation).isPresent();
  }

  private boolean isNewCollation(Optional<String> collation) {
    if (old.isPresent()) return !old.get().collation().equals(collation);
    return collation.isPresent() || patch.type().isEmpty();
  }

  /**
   * The old default may not fit the new type, nor the new default the old type; one that stays
   * would keep a cast to the old type.
   */
  private void type(AlterStatements to) {
    var changesDefault =
        patch.defaultValue().filter(it -> it.isPresent() || isNewDefault(it)).isPresent();
    if (changesDefault && old.flatMap(Column::defaultValue).isPresent() || changesUnknown()) {
      to.clause(alter + "DROP DEFAULT");
    }
    var type = newType();
    var collation = patch.collation().orElseGet(() -> old.flatMap(Column::collation));
    to.clause(
        alter
            + "TYPE "
            + type
            + collation.map(it -> " COLLATE " + ddl.name(it)).orElse("")
            + patch.using().map(it -> " USING " + it).orElse(""));
    if (changesDefault) {
      patch.defaultValue().get().ifPresent(it -> to.clause(alter + "SET DEFAULT " + it));
    }
    if (old.filter(it -> it.identity() == Identity.AUTO_INCREMENT).isPresent()
        && patch.identity().filter(it -> it != Identity.AUTO_INCREMENT).isEmpty()) {
      to.following(identity.widen(type));
    }
  }

  private boolean changesUnknown() {
    return old.isEmpty() && patch.defaultValue().isPresent();
  }

  private String newType() {
    return patch
        .type()
        .or(() -> old.map(Column::type))
        .orElseGet(
            () -> {
              now.known("alter column " + name, "give the type with the collation or the USING");
              throw new IllegalStateException("a known table has the column");
            });
  }

  private void defaultValue(AlterStatements to) {
    patch
        .defaultValue()
        .filter(this::isNewDefault)
        .ifPresent(
            it ->
                to.clause(alter + it.map(value -> "SET DEFAULT " + value).orElse("DROP DEFAULT")));
  }

  private boolean isNewDefault(Optional<String> value) {
    return old.map(Column::defaultValue).filter(value::equals).isEmpty();
  }

  private void identity(AlterStatements to) {
    if (patch.identity().isEmpty()) return;
    var wanted = patch.identity().get();
    if (old.isEmpty() && wanted == Identity.NONE) return;
    now.known(
        "alter column " + name,
        "run it where the database can be seen: what to do depends on how the column numbers its"
            + " rows now");
    var from = old.orElseThrow().identity();
    if (from != wanted) identity.change(from, wanted, newType(), to);
  }
}
