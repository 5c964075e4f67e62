package dev.mdb.resource.redis;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * A write as one argument of a script: the server takes a million arguments, a block may have more.
 * The format is MessagePack (an array of raw strings, both with lengths of 32 bits), which every
 * Redis can unpack.
 */
final class Packing {
  private static final int ARRAY = 0xdd;
  private static final int STRING = 0xdb;

  private Packing() {}

  static byte[] pack(RedisWrite write) {
    var bytes = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(bytes)) {
      out.writeByte(ARRAY);
      out.writeInt(2 + write.command().arguments().size());
      string(out, write.expected().getBytes(StandardCharsets.UTF_8));
      string(out, write.command().name().getBytes(StandardCharsets.UTF_8));
      for (var argument : write.command().arguments()) string(out, argument.bytes());
    } catch (IOException e) {
      throw new IllegalStateException("writing to memory cannot fail", e);
    }
    return bytes.toByteArray();
  }

  private static void string(DataOutputStream out, byte[] value) throws IOException {
    out.writeByte(STRING);
    out.writeInt(value.length);
    out.write(value);
  }
}
