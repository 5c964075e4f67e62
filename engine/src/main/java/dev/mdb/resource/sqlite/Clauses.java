package dev.mdb.resource.sqlite;

import dev.mdb.schema.Check;
import dev.mdb.schema.Column;
import dev.mdb.schema.Ddl;
import dev.mdb.schema.Dialect;
import dev.mdb.schema.ForeignKey;
import dev.mdb.schema.PrimaryKey;
import dev.mdb.schema.Table;
import dev.mdb.schema.UniqueKey;
import java.util.List;
import java.util.Optional;

/** Parts of a {@code CREATE TABLE}, worded as {@link Ddl} words them. */
final class Clauses {
  private static final Ddl DDL = Ddl.of(Dialect.SQLITE);

  private Clauses() {}

  /** A column without its keys. */
  static ColumnText column(Column column) {
    return TableText.parse("CREATE TABLE t (" + DDL.column(column) + ")").columns().get(0);
  }

  static Clause of(PrimaryKey key) {
    var columns = String.join(", ", key.columns().stream().map(Expressions::name).toList());
    var name = key.name().map(each -> "CONSTRAINT " + Expressions.name(each) + " ").orElse("");
    return last("CREATE TABLE t (a, " + name + "PRIMARY KEY (" + columns + "))");
  }

  static Clause of(UniqueKey key) {
    return last(table(List.of(key), List.of(), List.of()));
  }

  static Clause of(ForeignKey key) {
    return last(table(List.of(), List.of(key), List.of()));
  }

  static Clause of(Check check) {
    return last(table(List.of(), List.of(), List.of(check)));
  }

  private static String table(
      List<UniqueKey> keys, List<ForeignKey> references, List<Check> checks) {
    var columns = List.of(Column.of("a", "INTEGER", true));
    return DDL.createTable(
            new Table(
                "t",
                columns,
                Optional.empty(),
                keys,
                references,
                checks,
                List.of(),
                Optional.empty()))
        .get(0);
  }

  private static Clause last(String sql) {
    var clauses = TableText.parse(sql).clauses();
    return clauses.get(clauses.size() - 1).withLead(" ");
  }
}
