package dev.mdb.resource.postgres;

import dev.mdb.resource.jdbc.Scratch;
import dev.mdb.schema.Catalog;
import dev.mdb.schema.Ddl;
import dev.mdb.schema.Dialect;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Schemas in which models are tried out. Whoever creates them rolls back. */
final class PostgresScratch {
  private final Connection connection;
  private final PostgresEngine engine;
  private final List<String> sessionPath;
  private final Scratch scratch;

  /**
   * @param sessionPath where the session looks for bare names; the first is the current schema
   */
  PostgresScratch(
      Connection connection, PostgresEngine engine, List<String> sessionPath, Catalog wanted) {
    this.connection = connection;
    this.engine = engine;
    this.sessionPath = sessionPath;
    var current = sessionPath.isEmpty() ? "" : sessionPath.get(0);
    this.scratch = new Scratch(engine, current, wanted, Ddl.of(Dialect.POSTGRESQL)::name);
  }

  /**
   * Where bare names are looked for when it is read: here, then where the session does, which may
   * have types and functions that the catalogue uses.
   */
  List<String> path() {
    return fromHere(
        sessionPath.stream().filter(schema -> !scratch.replaced().contains(schema)).toList());
  }

  private List<String> fromHere(List<String> then) {
    var path = new ArrayList<>(List.of(scratch.current()));
    path.addAll(then);
    return path;
  }

  String current() {
    return scratch.current();
  }

  List<String> others() {
    return scratch.others();
  }

  void create() throws SQLException {
    for (var schema : fromHere(scratch.others())) {
      scratch.make(
          connection,
          "CREATE SCHEMA " + engine.quote(schema),
          "GRANT CREATE ON DATABASE " + engine.quote(connection.getCatalog()) + " TO …");
    }
    PostgresCatalog.setPath(connection, engine, fromHere(sessionPath));
    scratch.fill(connection);
  }

  Catalog asWanted(Catalog read) {
    return scratch.asWanted(read);
  }
}
