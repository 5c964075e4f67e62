package dev.mdb.project;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Values as bytes, big-endian; read back in the same order by {@link BinaryReader}. */
final class BinaryWriter {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  byte[] toByteArray() {
    return bytes.toByteArray();
  }

  void truth(boolean value) {
    bytes.write(value ? 1 : 0);
  }

  void integer(int value) {
    for (int shift = 24; shift >= 0; shift -= 8) bytes.write(value >>> shift);
  }

  void whole(long value) {
    integer((int) (value >>> 32));
    integer((int) value);
  }

  void blob(byte[] value) {
    integer(value.length);
    bytes.writeBytes(value);
  }

  void string(String value) {
    blob(value.getBytes(StandardCharsets.UTF_8));
  }

  <T> void optional(Optional<T> value, BiConsumer<BinaryWriter, T> write) {
    truth(value.isPresent());
    value.ifPresent(present -> write.accept(this, present));
  }

  <T> void list(Collection<T> values, BiConsumer<BinaryWriter, T> write) {
    integer(values.size());
    for (T value : values) write.accept(this, value);
  }

  void strings(Collection<String> values) {
    list(values, BinaryWriter::string);
  }

  void blobs(Map<String, byte[]> values) {
    integer(values.size());
    values.forEach(
        (name, value) -> {
          string(name);
          blob(value);
        });
  }
}
