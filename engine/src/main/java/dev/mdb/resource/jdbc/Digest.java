package dev.mdb.resource.jdbc;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 over a row of texts, each ended by a zero so that no two rows come to the same. */
public final class Digest {
  private final MessageDigest sha;

  public Digest() {
    try {
      sha = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  public Digest add(String text) {
    sha.update(text.getBytes(StandardCharsets.UTF_8));
    sha.update((byte) 0);
    return this;
  }

  /** Ends it. */
  public byte[] bytes() {
    return sha.digest();
  }

  /** Ends it: 64 hexadecimal digits. */
  public String hex() {
    return HexFormat.of().formatHex(bytes());
  }
}
