package dev.mdb.resource.postgres;

import dev.mdb.resource.jdbc.ScriptSyntax;
import java.time.Duration;

/** Scripts for psql. */
record PostgresScript(Duration lockTimeout) implements ScriptSyntax {
  @Override
  public String usage() {
    return "psql -X -f FILE DATABASE";
  }

  @Override
  public String settings() {
    return """
        \\set ON_ERROR_STOP on
        SET client_encoding = 'UTF8';
        SET standard_conforming_strings = on;
        SET TIME ZONE 'UTC';
        SET lock_timeout = %d;"""
        .formatted(lockTimeout.toMillis());
  }

  @Override
  public String guard(String atStart, String halfWay) {
    return """
        DO $mdb$ BEGIN
          IF NOT (%s) THEN
            RAISE EXCEPTION '%s';
          END IF;
          IF %s THEN
            RAISE EXCEPTION '%s';
          END IF;
          PERFORM set_config('mdb.run', gen_random_uuid()::text, false);
        END $mdb$;"""
        .formatted(atStart, ELSEWHERE, halfWay, HALF_WAY);
  }

  @Override
  public String begin() {
    return "BEGIN;";
  }

  @Override
  public String now() {
    return "to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')";
  }

  @Override
  public String run() {
    return "current_setting('mdb.run')";
  }

  @Override
  public String user() {
    return "session_user";
  }

  @Override
  public String host() {
    return "coalesce(host(inet_client_addr()), 'localhost')";
  }
}
