package dev.mdb.project;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads what {@link BinaryWriter} wrote; throws an unchecked exception when the bytes do not fit.
 */
final class BinaryReader {
  private final ByteBuffer buffer;

  BinaryReader(byte[] bytes) {
    this.buffer = ByteBuffer.wrap(bytes);
  }

  boolean truth() {
    return buffer.get() != 0;
  }

  int integer() {
    return buffer.getInt();
  }

  long whole() {
    return buffer.getLong();
  }

  byte[] blob() {
    byte[] value = new byte[count()];
    buffer.get(value);
    return value;
  }

  String string() {
    int length = count();
    String value = new String(buffer.array(), buffer.position(), length, StandardCharsets.UTF_8);
    buffer.position(buffer.position() + length);
    return value;
  }

  <T> Optional<T> optional(Function<BinaryReader, T> read) {
    return truth() ? Optional.of(read.apply(this)) : Optional.empty();
  }

  <T> List<T> list(Function<BinaryReader, T> read) {
    int count = count();
    if (count == 0) return List.of();
    var values = new ArrayList<T>(count);
    for (int i = 0; i < count; i++) values.add(read.apply(this));
    return values;
  }

  List<String> strings() {
    return list(BinaryReader::string);
  }

  Map<String, byte[]> blobs() {
    int count = count();
    var values = new LinkedHashMap<String, byte[]>();
    for (int i = 0; i < count; i++) values.put(string(), blob());
    return values;
  }

  /** Never more than there are bytes left, so that a damaged count asks for no memory. */
  private int count() {
    int count = buffer.getInt();
    if (count < 0 || count > buffer.remaining()) {
      throw new IllegalArgumentException("a length of " + count + " does not fit");
    }
    return count;
  }
}
