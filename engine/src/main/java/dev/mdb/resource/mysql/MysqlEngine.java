package dev.mdb.resource.mysql;

import dev.mdb.operation.SqlSplitter;
import dev.mdb.resource.jdbc.Fault;
import dev.mdb.resource.jdbc.JdbcEngine;
import dev.mdb.resource.jdbc.OwnTables;
import dev.mdb.resource.jdbc.Parameters;
import dev.mdb.resource.jdbc.Sql;
import dev.mdb.resource.jdbc.TableName;
import dev.mdb.schema.CatalogReader;
import dev.mdb.schema.Dialect;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLSyntaxErrorException;
import java.util.Optional;
import java.util.UUID;

/**
 * MySQL and MariaDB: a schema is a database, and DDL commits by itself. A transaction is not begun
 * with {@code START TRANSACTION}, but by leaving auto-commit: so what follows DDL is in a new
 * transaction, and not committed piece by piece.
 */
final class MysqlEngine implements JdbcEngine {
  private static final int SYNTAX_ERROR = 1064;

  private final Dialect dialect;

  MysqlEngine(Dialect dialect) {
    this.dialect = dialect;
  }

  @Override
  public Dialect dialect() {
    return dialect;
  }

  @Override
  public String quote(String identifier) {
    return '`' + identifier.replace("`", "``") + '`';
  }

  @Override
  public boolean rollsBackSchemaChanges() {
    return false;
  }

  @Override
  public boolean exists(Connection connection, TableName table) throws SQLException {
    var sql =
        "SELECT 1 FROM information_schema.tables"
            + " WHERE table_schema = coalesce(?, database()) AND table_name = ?";
    return Sql.first(connection, sql, row -> true, table.schema().orElse(null), table.name())
        .isPresent();
  }

  @Override
  public boolean hasSchema(Connection connection, String schema) throws SQLException {
    var sql = "SELECT 1 FROM information_schema.schemata WHERE schema_name = ?";
    return Sql.first(connection, sql, row -> true, schema).isPresent();
  }

  @Override
  public String sequenceColumn(String name) {
    return name + " BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY";
  }

  /** TEXT ends after 64 KiB. */
  @Override
  public String textType() {
    return "LONGTEXT";
  }

  /** Whatever the database's own: ids differ in case, and hold letters of any script. */
  @Override
  public String tableOptions() {
    return " ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin";
  }

  @Override
  public void execute(Connection connection, String text) throws SQLException {
    try {
      Sql.run(connection, text);
    } catch (SQLException e) {
      if (e.getErrorCode() == SYNTAX_ERROR) checkSingle(text, e);
      throw e;
    }
  }

  /**
   * Looked at only when the server refuses the text: the body of a procedure has semicolons too.
   */
  private void checkSingle(String text, SQLException refused) throws SQLException {
    int count = SqlSplitter.split(text, dialect).size();
    if (count < 2) return;
    throw new SQLSyntaxErrorException(
        "the text holds %d statements, and %s takes one at a time: run each by itself, or all as sqlFile(…) (%s)"
            .formatted(count, dialect.title(), explain(refused)),
        refused.getSQLState(),
        refused.getErrorCode(),
        refused);
  }

  @Override
  public CatalogReader catalog(Connection connection, OwnTables own) {
    return new MysqlCatalog(connection, this, own);
  }

  @Override
  public String structure(Connection connection) throws SQLException {
    return MysqlStructure.read(connection);
  }

  @Override
  public Object parameter(Object value) {
    return value instanceof UUID ? value.toString() : Parameters.plain(value);
  }

  /** By the numbers of the error message reference of MySQL and of MariaDB. */
  @Override
  public Fault fault(SQLException failure) {
    return switch (failure.getErrorCode()) {
      case 1205, 3572 -> Fault.LOCK_TIMEOUT;
      case 1045, 1698, 1862, 3118, 4151 -> Fault.LOGIN;
      case 1049 -> Fault.NO_DATABASE;
      case 1044, 1142, 1143, 1227, 1370 -> Fault.NO_RIGHT;
      case 1053, 1927, 3169, 4031 -> Fault.CONNECTION;
      default -> byClass(Optional.ofNullable(failure.getSQLState()).orElse(""));
    };
  }

  private static Fault byClass(String state) {
    return state.startsWith("08") ? Fault.CONNECTION : Fault.OTHER;
  }

  /** Of a broken connection the driver tells a story in lines, whose first says it all. */
  @Override
  public String explain(SQLException failure) {
    var message = String.valueOf(failure.getMessage()).strip();
    if (fault(failure) != Fault.CONNECTION) return message.replaceAll("\\s+", " ");
    return message.lines().findFirst().orElse("") + root(failure);
  }

  private static String root(Throwable failure) {
    var cause = failure;
    while (cause.getCause() != null) cause = cause.getCause();
    if (cause == failure || cause.getMessage() == null) return "";
    return " (" + cause.getMessage().lines().findFirst().orElse("") + ")";
  }
}
