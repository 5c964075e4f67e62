package dev.mdb.resource.postgres;

import dev.mdb.resource.Access;
import dev.mdb.resource.LockWait;
import dev.mdb.resource.Resource;
import dev.mdb.resource.ResourceSettings;
import dev.mdb.resource.RunLock;
import dev.mdb.resource.RunOwner;
import dev.mdb.resource.ScriptWriter;
import dev.mdb.resource.Session;
import dev.mdb.resource.jdbc.BlockerWatch;
import dev.mdb.resource.jdbc.Connector;
import dev.mdb.resource.jdbc.JdbcSession;
import dev.mdb.resource.jdbc.LockLook;
import dev.mdb.resource.jdbc.ServerLock;
import dev.mdb.resource.jdbc.ServerUrl;
import dev.mdb.resource.jdbc.SqlScriptWriter;
import dev.mdb.resource.jdbc.TableName;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.postgresql.Driver;

/**
 * A PostgreSQL database. Its sessions keep time in UTC, whatever machine they come from, and take
 * texts for columns of any type, as long as the type can be read from text.
 */
final class PostgresResource implements Resource {
  private static final PostgresEngine ENGINE = new PostgresEngine();

  /** In bytes; the server cuts longer names off. */
  private static final int LONGEST_NAME = 63;

  private static final Map<String, String> DEFAULTS =
      Map.of(
          "ApplicationName", "mdb",
          "connectTimeout", "10",
          "tcpKeepAlive", "true",
          "stringtype", "unspecified");

  private final ResourceSettings settings;
  private final ServerUrl url;
  private final TableName versionTable;
  private final Connector connector;

  private PostgresResource(ResourceSettings settings, ServerUrl url, TableName versionTable) {
    this.settings = settings;
    this.url = url;
    this.versionTable = versionTable;
    this.connector = new Connector(settings, url, ENGINE, "postgresql", Driver::new);
  }

  static PostgresResource of(ResourceSettings settings) {
    var table =
        TableName.versionTable(
            settings, LONGEST_NAME, name -> name.getBytes(StandardCharsets.UTF_8).length);
    return new PostgresResource(settings, ServerUrl.of(settings), table);
  }

  @Override
  public String kind() {
    return "postgresql";
  }

  @Override
  public String maskedUrl() {
    return url.masked();
  }

  @Override
  public void warmUp() {
    connector.warmUp();
  }

  @Override
  public Session connect(Access access) {
    try {
      var connection = open(access);
      var watch =
          new BlockerWatch(connection, new PostgresBlockers(), this::open, settings.lockTimeout());
      return new JdbcSession(connection, ENGINE, versionTable, Optional.of(watch));
    } catch (SQLException e) {
      throw connector.failed(e);
    }
  }

  private Connection open(Access access) throws SQLException {
    var connection = open();
    try {
      if (access == Access.WRITE) PostgresLock.mark(connection, versionTable);
      return connection;
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  private Connection open() throws SQLException {
    var timeout = settings.lockTimeout().toMillis();
    return connector.open(DEFAULTS, "SET TIME ZONE 'UTC'; SET lock_timeout = " + timeout);
  }

  @Override
  public RunLock lock(RunOwner owner, LockWait wait) {
    try {
      var connection = open();
      return ServerLock.take(
          connection,
          () -> PostgresLock.on(connection, owner, versionTable),
          ENGINE,
          wait,
          settings.name());
    } catch (SQLException e) {
      throw connector.failed(e);
    }
  }

  @Override
  public Optional<String> lockHolder() {
    return withLock(LockLook::holder);
  }

  @Override
  public Optional<String> breakLock() {
    return withLock(LockLook::breakLock);
  }

  private Optional<String> withLock(Function<LockLook, Optional<String>> question) {
    try (var connection = open()) {
      var look = new LockLook(PostgresLock.of(connection, versionTable), ENGINE, settings.name());
      return question.apply(look);
    } catch (SQLException e) {
      throw connector.failed(e);
    }
  }

  @Override
  public ScriptWriter scriptWriter(Consumer<Session> before) {
    return new SqlScriptWriter(ENGINE, versionTable, new PostgresScript(settings.lockTimeout()));
  }
}
