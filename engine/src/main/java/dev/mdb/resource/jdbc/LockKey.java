package dev.mdb.resource.jdbc;

import java.nio.ByteBuffer;
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
    var digest = new Digest().add("mdb");
    for (var part : parts) digest.add(part);
    return new LockKey(digest.bytes());
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
