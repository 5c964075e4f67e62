package dev.mdb.resource.sqlite;

import dev.mdb.error.Category;
import dev.mdb.error.MdbException;
import dev.mdb.error.Problem;
import dev.mdb.resource.Access;
import dev.mdb.resource.LockWait;
import dev.mdb.resource.Resource;
import dev.mdb.resource.ResourceSettings;
import dev.mdb.resource.RunLock;
import dev.mdb.resource.RunOwner;
import dev.mdb.resource.ScriptWriter;
import dev.mdb.resource.Session;
import dev.mdb.resource.jdbc.JdbcSession;
import dev.mdb.resource.jdbc.SqlScriptWriter;
import dev.mdb.resource.jdbc.TableName;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Consumer;
import org.sqlite.JDBC;

/** A database file. */
final class SqliteResource implements Resource {
  private static final SqliteEngine ENGINE = new SqliteEngine();

  private final ResourceSettings settings;
  private final Path file;

  private SqliteResource(ResourceSettings settings, Path file) {
    this.settings = settings;
    this.file = file;
  }

  static SqliteResource of(ResourceSettings settings) {
    var path = settings.url().replaceFirst("^(?i)(jdbc:)?sqlite:", "").replaceFirst("^//(?=/)", "");
    if (path.isBlank()
        || path.startsWith(":memory:")
        || path.startsWith("file:")
        || path.contains("?")) {
      throw refused(settings);
    }
    if (settings.versionSchema().isPresent()) throw hasNoSchemas(settings);
    try {
      return new SqliteResource(settings, settings.folder().resolve(path).normalize());
    } catch (InvalidPathException e) {
      throw refused(settings);
    }
  }

  private static MdbException refused(ResourceSettings settings) {
    return new MdbException(
        Problem.of(
                Category.USAGE,
                "bad-url",
                "the url of resource '" + settings.name() + "' names no database file")
            .inResource(settings.name())
            .help(
                "write sqlite:path/to/file.db; an in-memory database would be gone when mdb ends"));
  }

  private static MdbException hasNoSchemas(ResourceSettings settings) {
    return new MdbException(
        Problem.of(
                Category.USAGE,
                "no-schemas",
                "resource '"
                    + settings.name()
                    + "' has a version_schema, but SQLite has no schemas")
            .inResource(settings.name())
            .help("leave version_schema out; version_table tells version tables apart"));
  }

  @Override
  public String kind() {
    return "sqlite";
  }

  @Override
  public String maskedUrl() {
    return "sqlite:" + file;
  }

  /** Half of the time of a first connection goes into a format for dates. */
  @Override
  public void warmUp() {
    try {
      open(":memory:").close();
    } catch (SQLException later) {
      // Whoever connects is told.
    }
  }

  @Override
  public Session connect(Access access) {
    var empty = access == Access.READ && !Files.exists(file);
    if (access == Access.WRITE) checkFolder();
    try {
      var connection = open(empty ? ":memory:" : file.toString());
      try {
        probe(connection, access);
      } catch (SQLException e) {
        connection.close();
        throw e;
      }
      return new JdbcSession(
          connection,
          ENGINE,
          new TableName(Optional.empty(), settings.versionTable()),
          Optional.empty());
    } catch (SQLException e) {
      var missing = NativeLibrary.missing(e).map(problem -> problem.inResource(settings.name()));
      if (missing.isPresent()) throw new MdbException(missing.get(), e);
      throw failed("cannot open " + file + ": " + ENGINE.explain(e), e);
    }
  }

  private Connection open(String name) throws SQLException {
    var properties = new Properties();
    properties.setProperty("foreign_keys", "true");
    properties.setProperty("busy_timeout", Long.toString(settings.lockTimeout().toMillis()));
    NativeLibrary.offer(System.getProperties());
    return new JDBC().connect("jdbc:sqlite:" + name, properties);
  }

  /**
   * SQLite opens lazily: only a statement shows that the file is no database or that it cannot be
   * written.
   */
  private static void probe(Connection connection, Access access) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.executeQuery("SELECT count(*) FROM sqlite_master").close();
      if (access == Access.WRITE) {
        statement.executeUpdate("BEGIN IMMEDIATE");
        statement.executeUpdate("ROLLBACK");
      }
    }
  }

  private void checkFolder() {
    var parent = file.toAbsolutePath().getParent();
    if (parent != null && !Files.isDirectory(parent)) {
      throw failed("cannot open " + file + ": there is no folder " + parent, null);
    }
  }

  private MdbException failed(String message, Throwable cause) {
    return new MdbException(
        Problem.of(Category.FAILED, "cannot-connect", message).inResource(settings.name()), cause);
  }

  @Override
  public RunLock lock(RunOwner owner, LockWait wait) {
    checkFolder();
    return SqliteLock.take(lockFile(), owner, wait, settings.name());
  }

  @Override
  public Optional<String> lockHolder() {
    return SqliteLock.holder(lockFile(), settings.name());
  }

  @Override
  public Optional<String> breakLock() {
    var holder = lockHolder();
    if (holder.isPresent()) throw cannotBreak(holder.get());
    return holder;
  }

  private MdbException cannotBreak(String holder) {
    return new MdbException(
        Problem.of(
                Category.LOCKED,
                "cannot-break",
                "the operating system keeps the lock of a database file for its process, and nobody"
                    + " can take it away: "
                    + holder)
            .inResource(settings.name())
            .help("end that process; the lock ends with it")
            .with("holder", holder));
  }

  private Path lockFile() {
    return file.resolveSibling(file.getFileName() + "." + settings.versionTable() + ".lock");
  }

  @Override
  public ScriptWriter scriptWriter(Consumer<Session> before) {
    var shadow = new Shadow(ENGINE, () -> open(":memory:"), before);
    var versionTable = new TableName(Optional.empty(), settings.versionTable());
    var syntax = new SqliteScript(settings.lockTimeout(), shadow);
    return new SqlScriptWriter(ENGINE, versionTable, syntax);
  }
}
