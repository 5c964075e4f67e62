package dev.mdb.project;

import dev.mdb.error.Location;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * The content of a script or helper, the same on every platform.
 *
 * @param text without a byte-order mark; a line ends in LF
 * @param hash SHA-256 of the text in UTF-8, lower-case hexadecimal
 */
record SourceText(String text, String hash) {
  static SourceText read(Path file) throws IOException {
    return of(Files.readAllBytes(file));
  }

  static SourceText of(byte[] content) {
    byte[] bytes = normalized(content);
    return new SourceText(new String(bytes, StandardCharsets.UTF_8), sha256(bytes));
  }

  private static byte[] normalized(byte[] bytes) {
    int from = startsWithMark(bytes) ? 3 : 0;
    boolean carriageReturns = false;
    for (byte b : bytes) carriageReturns |= b == '\r';
    if (carriageReturns) return withoutCarriageReturns(bytes, from);
    return from == 0 ? bytes : Arrays.copyOfRange(bytes, from, bytes.length);
  }

  private static boolean startsWithMark(byte[] bytes) {
    return bytes.length >= 3
        && bytes[0] == (byte) 0xEF
        && bytes[1] == (byte) 0xBB
        && bytes[2] == (byte) 0xBF;
  }

  private static byte[] withoutCarriageReturns(byte[] bytes, int from) {
    var kept = new ByteArrayOutputStream(bytes.length);
    for (int i = from; i < bytes.length; i++) {
      boolean beforeLineFeed = i + 1 < bytes.length && bytes[i + 1] == '\n';
      if (bytes[i] != '\r' || !beforeLineFeed) kept.write(bytes[i]);
    }
    return kept.toByteArray();
  }

  static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  static String sha256(String text) {
    return sha256(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Line and column of an offset, both from 1. */
  static Location place(String text, String file, int offset) {
    int line = 1;
    int lineStart = 0;
    for (int end = text.indexOf('\n');
        end >= 0 && end < offset;
        end = text.indexOf('\n', end + 1)) {
      line++;
      lineStart = end + 1;
    }
    return new Location(file, line, offset - lineStart + 1);
  }
}
