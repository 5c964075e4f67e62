package dev.mdb.baseline;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import org.sqlite.JDBC;

/** SQLite, with the lock of the operating system on a file beside the database. */
final class SqliteDatabase implements Database {
  private final Connection connection;
  private final Path lockFile;

  SqliteDatabase(String url) throws SQLException {
    var properties = new Properties();
    properties.setProperty("foreign_keys", "true");
    connection = new JDBC().connect(url, properties);
    lockFile = Path.of(url.substring("jdbc:sqlite:".length()) + ".lock");
  }

  @Override
  public Connection connection() {
    return connection;
  }

  @Override
  public RawLock lock() throws SQLException {
    try {
      var channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      var lock = channel.tryLock();
      if (lock == null) throw new SQLException("another process holds the lock");
      return new RawLock() {
        @Override
        public void confirm() throws SQLException {
          if (!lock.isValid()) throw new SQLException("the lock is lost");
        }

        @Override
        public void close() throws SQLException {
          SqliteDatabase.close(channel);
        }
      };
    } catch (IOException e) {
      throw new SQLException(e);
    }
  }

  private static void close(FileChannel channel) throws SQLException {
    try {
      channel.close();
    } catch (IOException e) {
      throw new SQLException(e);
    }
  }

  @Override
  public void begin() throws SQLException {
    run("BEGIN IMMEDIATE");
  }

  @Override
  public void commit() throws SQLException {
    run("COMMIT");
  }

  private void run(String text) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.executeUpdate(text);
    }
  }

  @Override
  public String sequenceColumn() {
    return "position INTEGER PRIMARY KEY AUTOINCREMENT";
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
