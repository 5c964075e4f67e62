package dev.mdb.baseline;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/**
 * The two tables that mdb keeps, of the same names, columns and contents; the inserts are prepared
 * once.
 */
final class RawState {
  private static final String VERSIONS =
      """
      CREATE TABLE mdb_version (
        %s,
        revision VARCHAR(255) NOT NULL UNIQUE,
        parents TEXT NOT NULL,
        dependencies TEXT NOT NULL,
        labels TEXT NOT NULL,
        message TEXT NOT NULL,
        script_hash VARCHAR(64) NOT NULL,
        applied_at VARCHAR(40) NOT NULL,
        applied_by VARCHAR(255) NOT NULL,
        duration_ms BIGINT NOT NULL
      )""";
  private static final String LOG =
      """
      CREATE TABLE mdb_version_log (
        %s,
        run_id VARCHAR(64) NOT NULL,
        ordinal INTEGER NOT NULL,
        revision VARCHAR(255) NOT NULL,
        direction VARCHAR(20) NOT NULL,
        outcome VARCHAR(20) NOT NULL,
        parts TEXT NOT NULL,
        checkpoint TEXT,
        error TEXT,
        at VARCHAR(40) NOT NULL,
        duration_ms BIGINT NOT NULL,
        run_by VARCHAR(255) NOT NULL,
        host VARCHAR(255) NOT NULL,
        pid BIGINT NOT NULL,
        tool VARCHAR(100) NOT NULL
      )""";
  private static final long NANOS_PER_MILLI = 1_000_000;

  private final Connection connection;
  private final Database database;
  private final String run = UUID.randomUUID().toString();
  private final long pid = ProcessHandle.current().pid();
  private PreparedStatement version;
  private PreparedStatement log;

  RawState(Connection connection, Database database) {
    this.connection = connection;
    this.database = database;
  }

  void prepare() throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.executeUpdate(VERSIONS.formatted(database.sequenceColumn()));
      statement.executeUpdate(LOG.formatted(database.sequenceColumn()));
    }
    version =
        connection.prepareStatement(
            "INSERT INTO mdb_version (revision, parents, dependencies, labels, message, script_hash,"
                + " applied_at, applied_by, duration_ms) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
    log =
        connection.prepareStatement(
            "INSERT INTO mdb_version_log (run_id, ordinal, revision, direction, outcome, parts,"
                + " checkpoint, error, at, duration_ms, run_by, host, pid, tool)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
  }

  /** The row of the revision and the row of the log. */
  void record(String id, String parent, int ordinal, List<String> statements, long nanos)
      throws SQLException {
    var now = Instant.now().toString();
    long millis = nanos / NANOS_PER_MILLI;
    var hash = sha256(String.join("\n", statements));
    write(version, id, parent, "", "", "Create " + id, hash, now, "somebody@somewhere", millis);
    var parts = String.join(",", statements.stream().map(RawState::sha256).toList());
    write(
        log,
        run,
        ordinal,
        id,
        "UPGRADE",
        "DONE",
        parts,
        null,
        null,
        now,
        millis,
        "somebody",
        "somewhere",
        pid,
        "raw 0.1.0");
  }

  private static void write(PreparedStatement statement, Object... values) throws SQLException {
    for (int i = 0; i < values.length; i++) statement.setObject(i + 1, values[i]);
    statement.executeUpdate();
  }

  private static String sha256(String text) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
