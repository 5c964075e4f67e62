package dev.mdb.resource.mysql;

import dev.mdb.resource.jdbc.ScriptSyntax;
import dev.mdb.schema.Dialect;

/**
 * Scripts for the clients of MySQL and MariaDB. They are to be read from standard input: {@code
 * source} goes on after an error.
 *
 * @param timeouts as an online session has them
 */
record MysqlScript(Dialect dialect, String timeouts) implements ScriptSyntax {
  @Override
  public String usage() {
    return (dialect == Dialect.MARIADB ? "mariadb" : "mysql") + " DATABASE < FILE";
  }

  /** The driver asks for strict values too. */
  @Override
  public String settings() {
    return """
        SET NAMES utf8mb4;
        SET SESSION time_zone = '+00:00', sql_mode = concat(@@SESSION.sql_mode, ',STRICT_TRANS_TABLES');
        %s;
        SET @mdb_run = uuid();"""
        .formatted(timeouts);
  }

  /** The literals of the script are written for servers whose strings know the backslash. */
  @Override
  public String guard(String atStart, String halfWay) {
    return """
        DROP TEMPORARY TABLE IF EXISTS mdb_guard;
        CREATE TEMPORARY TABLE mdb_guard (
          at_start BOOLEAN, CONSTRAINT `%s` CHECK (at_start),
          half_way BOOLEAN, CONSTRAINT `%s` CHECK (NOT half_way),
          backslash BOOLEAN, CONSTRAINT `this script is not for NO_BACKSLASH_ESCAPES` CHECK (backslash)
        );
        INSERT INTO mdb_guard
          SELECT %s, %s, @@SESSION.sql_mode NOT LIKE '%%NO_BACKSLASH_ESCAPES%%';
        DROP TEMPORARY TABLE mdb_guard;"""
        .formatted(ELSEWHERE, HALF_WAY, atStart, halfWay);
  }

  @Override
  public String begin() {
    return "START TRANSACTION;";
  }

  @Override
  public String now() {
    return "date_format(utc_timestamp(6), '%Y-%m-%dT%H:%i:%s.%fZ')";
  }

  @Override
  public String run() {
    return "@mdb_run";
  }

  @Override
  public String user() {
    return "substring_index(session_user(), '@', 1)";
  }

  @Override
  public String host() {
    return "substring_index(session_user(), '@', -1)";
  }

  @Override
  public String joined(String first, String second) {
    return "concat(" + first + ", " + second + ")";
  }
}
