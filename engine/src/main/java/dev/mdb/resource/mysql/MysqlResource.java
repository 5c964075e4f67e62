package dev.mdb.resource.mysql;

import com.mysql.cj.jdbc.Driver;
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
import dev.mdb.schema.Dialect;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A database of MySQL or MariaDB, whichever of the two the server says it is. Its sessions keep
 * time in UTC, whatever machine they come from.
 */
final class MysqlResource implements Resource {
  private static final MysqlEngine ENGINE = new MysqlEngine(Dialect.MYSQL);
  private static final int LONGEST_NAME = 64;
  private static final Duration YEAR = Duration.ofDays(365);

  private final ResourceSettings settings;
  private final ServerUrl url;
  private final TableName versionTable;
  private final Connector connector;

  private MysqlResource(ResourceSettings settings, ServerUrl url, TableName versionTable) {
    this.settings = settings;
    this.url = url;
    this.versionTable = versionTable;
    this.connector = new Connector(settings, url, ENGINE, "mysql", Driver::new);
  }

  static MysqlResource of(ResourceSettings settings) {
    var table = TableName.versionTable(settings, LONGEST_NAME, String::length);
    return new MysqlResource(settings, ServerUrl.of(settings), table);
  }

  @Override
  public String kind() {
    return "mysql";
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
      var dialect = dialect(connection);
      var watch =
          new BlockerWatch(
              connection, new MysqlBlockers(dialect), () -> open("mdb"), settings.lockTimeout());
      return new JdbcSession(
          connection, new MysqlEngine(dialect), versionTable, Optional.of(watch));
    } catch (SQLException e) {
      throw connector.failed(e);
    }
  }

  /** As the server introduced itself. */
  private static Dialect dialect(Connection connection) throws SQLException {
    var version = connection.getMetaData().getDatabaseProductVersion();
    return version.contains("MariaDB") ? Dialect.MARIADB : Dialect.MYSQL;
  }

  private Connection open(Access access) throws SQLException {
    var connection = open("mdb");
    try {
      if (access == Access.WRITE) MysqlLock.mark(connection, versionTable);
      return connection;
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  private Connection open(String owner) throws SQLException {
    return connector.open(defaults(owner), sessionSettings());
  }

  private static Map<String, String> defaults(String owner) {
    var defaults = new LinkedHashMap<String, String>();
    defaults.put("connectTimeout", "10000");
    defaults.put("connectionTimeZone", "UTC");
    defaults.put("forceConnectionTimeZoneToSession", "true");
    defaults.put("connectionAttributes", "program_name:mdb,mdb_owner:" + owner);
    return defaults;
  }

  /** The server counts in seconds. A session may be idle as long as its run does something else. */
  private String sessionSettings() {
    var timeouts = "SET SESSION wait_timeout = " + YEAR.toSeconds();
    if (settings.lockTimeout().isZero()) return timeouts;
    long seconds = Math.max(1, settings.lockTimeout().plusMillis(999).toSeconds());
    return timeouts
        + ", lock_wait_timeout = %1$d, innodb_lock_wait_timeout = %1$d".formatted(seconds);
  }

  @Override
  public RunLock lock(RunOwner owner, LockWait wait) {
    try {
      var connection = open(owner.toString().replaceAll("[,:]", ""));
      return ServerLock.take(
          connection, () -> MysqlLock.on(connection, versionTable), ENGINE, wait, settings.name());
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
    try (var connection = open("mdb")) {
      var look = new LockLook(MysqlLock.on(connection, versionTable), ENGINE, settings.name());
      return question.apply(look);
    } catch (SQLException e) {
      throw connector.failed(e);
    }
  }

  /** Nobody is there to say which of the two it is but the URL. */
  @Override
  public ScriptWriter scriptWriter(Consumer<Session> before) {
    var dialect = url.scheme().equals("mariadb") ? Dialect.MARIADB : Dialect.MYSQL;
    var syntax = new MysqlScript(dialect, sessionSettings());
    return new SqlScriptWriter(new MysqlEngine(dialect), versionTable, syntax);
  }
}
