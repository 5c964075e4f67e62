package dev.mdb.resource.redis;

import java.nio.charset.StandardCharsets;

/** Between texts and what the protocol carries. */
final class Text {
  private Text() {}

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Of a reply that is a byte string. */
  static String of(Object reply) {
    return new String((byte[]) reply, StandardCharsets.UTF_8);
  }
}
