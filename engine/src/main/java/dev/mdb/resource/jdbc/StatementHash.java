package dev.mdb.resource.jdbc;

import dev.mdb.operation.SqlStatement;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Names what a statement did, so that a resumed run can tell whether its script was changed. */
final class StatementHash {
  private StatementHash() {}

  /** Hex SHA-256 over text and parameters. */
  static String of(SqlStatement statement) {
    var digest = sha256();
    update(digest, statement.text());
    for (var parameters : statement.batch()) {
      for (var value : parameters) update(digest, String.valueOf(value));
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static void update(MessageDigest digest, String text) {
    digest.update(text.getBytes(StandardCharsets.UTF_8));
    digest.update((byte) 0);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
