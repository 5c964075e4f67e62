package dev.mdb.operation;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** An argument of a Redis command: bytes, mostly UTF-8 text. */
public final class RedisValue {
  private final byte[] bytes;

  private RedisValue(byte[] bytes) {
    this.bytes = bytes;
  }

  /**
   * @param value text, a number or bytes
   * @throws IllegalArgumentException for anything else: its text would be an accident
   */
  public static RedisValue of(Object value) {
    if (value instanceof RedisValue already) return already;
    if (value instanceof byte[] data) return new RedisValue(data.clone());
    if (value instanceof CharSequence || value instanceof Number || value instanceof Character) {
      return new RedisValue(value.toString().getBytes(StandardCharsets.UTF_8));
    }
    var kind = value == null ? "null" : "a " + value.getClass().getName();
    throw new IllegalArgumentException("a value for Redis is text, a number or bytes, not " + kind);
  }

  public byte[] bytes() {
    return bytes.clone();
  }

  /** Empty when the bytes are no UTF-8. */
  public Optional<String> text() {
    try {
      var decoder = StandardCharsets.UTF_8.newDecoder();
      return Optional.of(decoder.decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RedisValue value && Arrays.equals(bytes, value.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  /** As {@code redis-cli} reads it: quoted when it has to be. */
  @Override
  public String toString() {
    return text().map(RedisQuoting::quote).orElseGet(() -> RedisQuoting.quote(bytes));
  }
}
