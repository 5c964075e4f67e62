package dev.mdb.resource.jdbc;

import dev.mdb.operation.SqlStatement;
import java.util.HexFormat;

/** Names what a statement did, so that a resumed run can tell whether its script was changed. */
final class StatementHash {
  private StatementHash() {}

  /** Hex SHA-256 over text and parameters. */
  static String of(SqlStatement statement) {
    var digest = new Digest().add(statement.text());
    for (var parameters : statement.batch()) {
      for (var value : parameters) digest.add(text(value));
    }
    return digest.hex();
  }

  /** The same in every process. */
  private static String text(Object value) {
    return value instanceof byte[] bytes ? HexFormat.of().formatHex(bytes) : String.valueOf(value);
  }
}
