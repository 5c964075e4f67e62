package dev.mdb.resource.jdbc;

import dev.mdb.operation.SqlStatement;

/** Names what a statement did, so that a resumed run can tell whether its script was changed. */
final class StatementHash {
  private StatementHash() {}

  /** Hex SHA-256 over text and parameters. */
  static String of(SqlStatement statement) {
    var digest = new Digest().add(statement.text());
    for (var parameters : statement.batch()) {
      for (var value : parameters) digest.add(String.valueOf(value));
    }
    return digest.hex();
  }
}
