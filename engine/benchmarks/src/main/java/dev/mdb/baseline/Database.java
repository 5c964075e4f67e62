package dev.mdb.baseline;

import java.sql.Connection;
import java.sql.SQLException;

/** What differs between the two engines, done as mdb does it. */
interface Database extends AutoCloseable {
  /** The one driver that is needed: DriverManager would load all that there are. */
  static Database open(String url) throws SQLException {
    return url.startsWith("jdbc:sqlite:") ? new SqliteDatabase(url) : new PostgresDatabase(url);
  }

  Connection connection();

  RawLock lock() throws SQLException;

  void begin() throws SQLException;

  void commit() throws SQLException;

  String sequenceColumn();

  @Override
  void close() throws SQLException;
}
