package dev.mdb.operation;

import dev.mdb.schema.Dialect;
import dev.mdb.schema.Table;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** An operation on a relational resource. */
public interface SqlOperation extends Operation {
  /**
   * Its statements in this dialect, in run order. Pure: the same answer each time.
   *
   * @throws dev.mdb.error.MdbException when the dialect has no way to do it
   */
  List<SqlStatement> render(Dialect dialect);

  /**
   * The same where it may depend on a table as it is.
   *
   * @param current asked by name
   */
  default List<SqlStatement> render(Dialect dialect, Function<String, Optional<Table>> current) {
    return render(dialect);
  }
}
