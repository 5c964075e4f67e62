package dev.mdb.resource.sqlite;

import dev.mdb.schema.ForeignKey;
import dev.mdb.schema.ForeignKey.Deferral;
import dev.mdb.schema.PrimaryKey;
import dev.mdb.schema.ReferenceAction;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What follows {@code REFERENCES}.
 *
 * @param columns empty = the primary key of the table
 */
record Reference(
    String table,
    List<String> columns,
    ReferenceAction onDelete,
    ReferenceAction onUpdate,
    Deferral deferral) {

  static Reference of(Clause clause) {
    var cursor = clause.cursor();
    while (!cursor.skip("REFERENCES")) {
      if (cursor.isAt("(")) cursor.brackets();
      else cursor.next();
    }
    var table = cursor.name().name();
    var columns = cursor.isAt("(") ? names(cursor.brackets()) : List.<String>of();
    var onDelete = ReferenceAction.NO_ACTION;
    var onUpdate = ReferenceAction.NO_ACTION;
    var deferral = Deferral.NOT_DEFERRABLE;
    while (!cursor.isAtEnd()) {
      if (cursor.skip("ON", "DELETE")) onDelete = action(cursor);
      else if (cursor.skip("ON", "UPDATE")) onUpdate = action(cursor);
      else if (cursor.isAt("NOT", "DEFERRABLE")) deferral = deferral(cursor);
      else cursor.next();
    }
    return new Reference(table, columns, onDelete, onUpdate, deferral);
  }

  private static List<String> names(String list) {
    return Cursor.list(list).stream().map(each -> Tokens.significant(each).get(0).name()).toList();
  }

  private static ReferenceAction action(Cursor cursor) {
    if (cursor.skip("SET", "NULL")) return ReferenceAction.SET_NULL;
    if (cursor.skip("SET", "DEFAULT")) return ReferenceAction.SET_DEFAULT;
    if (cursor.skip("CASCADE")) return ReferenceAction.CASCADE;
    if (cursor.skip("RESTRICT")) return ReferenceAction.RESTRICT;
    cursor.skip("NO", "ACTION");
    return ReferenceAction.NO_ACTION;
  }

  /**
   * A key that is not deferrable may be called initially deferred; SQLite looks at it at once all
   * the same. {@code DEFERRABLE} alone is immediate, too.
   */
  private static Deferral deferral(Cursor cursor) {
    boolean not = cursor.skip("NOT");
    cursor.expect("DEFERRABLE");
    boolean deferred = cursor.skip("INITIALLY") && cursor.next().is("DEFERRED");
    if (not) return Deferral.NOT_DEFERRABLE;
    return deferred ? Deferral.INITIALLY_DEFERRED : Deferral.INITIALLY_IMMEDIATE;
  }

  /**
   * @param tables finds the table that is meant, for its own way to write its names
   */
  ForeignKey key(
      Optional<String> name, List<String> from, Function<String, Optional<TableText>> tables) {
    var target = tables.apply(table);
    return new ForeignKey(
        name,
        from,
        target.map(TableText::name).orElse(table),
        target.map(this::columns).orElse(columns),
        onDelete,
        onUpdate,
        deferral);
  }

  private List<String> columns(TableText target) {
    if (columns.isEmpty()) {
      return TableReader.primaryKey(target).map(PrimaryKey::columns).orElse(List.of());
    }
    return columns.stream()
        .map(each -> target.column(each).map(ColumnText::name).orElse(each))
        .toList();
  }
}
