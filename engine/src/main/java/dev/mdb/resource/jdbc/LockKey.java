package dev.mdb.resource.jdbc;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Names a lock after database, schema and version table; stable over versions of mdb. */
public final class LockKey {
  private static final int NAME_BYTES = 20;

  private final byte[] digest;

  private LockKey(byte[] digest) {
    this.digest = digest;
  }

  /**
   * @param parts what tells one version table from another
   */
  public static LockKey of(String... parts) {
    var text = "mdb\0" + String.join("\0", parts);
    try {
      var sha = MessageDigest.getInstance("SHA-256");
      return new LockKey(sha.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** The first 64 bits. */
  public long number() {
    return ByteBuffer.wrap(digest).getLong();
  }

  /** 44 characters. */
  public String name() {
    return "mdb:" + HexFormat.of().formatHex(digest, 0, NAME_BYTES);
  }
}
