package dev.mdb.operation;

import dev.mdb.schema.Dialect;
import java.util.List;

/** An operation on a relational resource. */
public interface SqlOperation extends Operation {
  /**
   * Its statements in this dialect, in run order. Pure: the same answer each time.
   *
   * @throws dev.mdb.error.MdbException when the dialect has no way to do it
   */
  List<SqlStatement> render(Dialect dialect);
}
