package dev.mdb.baseline;

import java.sql.SQLException;

/** The lock of a run. */
interface RawLock extends AutoCloseable {
  /**
   * @throws SQLException when it is lost
   */
  void confirm() throws SQLException;

  @Override
  void close() throws SQLException;
}
