package dev.mdb.resource.jdbc;

import java.util.Optional;

/** A table, with its schema where one was given. */
public record TableName(Optional<String> schema, String name) {
  TableName withSuffix(String suffix) {
    return new TableName(schema, name + suffix);
  }

  String quoted(JdbcEngine engine) {
    return schema.map(s -> engine.quote(s) + ".").orElse("") + engine.quote(name);
  }
}
