package dev.mdb.resource.postgres;

import dev.mdb.resource.jdbc.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The part of a database that is read.
 *
 * @param current the schema whose names are bare
 * @param schemas all that are read
 * @param relation one alone, where not all are wanted
 */
record PostgresScope(
    Connection connection, String current, List<String> schemas, Optional<String> relation) {
  /** Objects that an extension brought belong to it. */
  private static final String OF_EXTENSION =
      "EXISTS (SELECT 1 FROM pg_catalog.pg_depend x WHERE x.classid = 'pg_catalog.%1$s'::regclass"
          + " AND x.objid = %2$s.oid AND x.deptype = 'e')";

  /**
   * Runs a query over relations.
   *
   * @param query with {@code {scope}}, once or more, for the condition on {@code n}, the row of
   *     pg_namespace, and {@code c}, that of pg_class
   */
  <T> List<T> relations(String query, Sql.Reader<T> reader) throws SQLException {
    var condition = "n.nspname = ANY (?)" + relation.map(name -> " AND c.relname = ?").orElse("");
    var parameters = new ArrayList<Object>();
    for (int i = query.split("\\{scope}", -1).length; i > 1; i--) {
      parameters.add(names());
      relation.ifPresent(parameters::add);
    }
    return Sql.all(
        connection,
        query.replace("{scope}", condition + " AND NOT " + OF_EXTENSION.formatted("pg_class", "c")),
        reader,
        parameters.toArray());
  }

  /**
   * Runs a query over other things than relations.
   *
   * @param query with one parameter, the names of the schemas, and {@code {ofExtension catalog
   *     alias}} for the question whether an extension brought the object
   */
  <T> List<T> objects(String query, Sql.Reader<T> reader) throws SQLException {
    var text =
        query.replaceAll(
            "\\{ofExtension (\\w+) (\\w+)}",
            OF_EXTENSION.replace("%1$s", "$1").replace("%2$s", "$2"));
    return Sql.all(connection, text, reader, names());
  }

  private Object names() throws SQLException {
    return connection.createArrayOf("text", schemas.toArray());
  }

  /** The same, for one relation alone. */
  PostgresScope only(String schema, String wanted) {
    return new PostgresScope(connection, current, List.of(schema), Optional.of(wanted));
  }

  String name(String schema, String relation) {
    return schema.equals(current) ? relation : schema + "." + relation;
  }

  /** The schema as the values say it: empty for the current one. */
  Optional<String> prefix(String schema) {
    return schema.equals(current) ? Optional.empty() : Optional.of(schema);
  }
}
