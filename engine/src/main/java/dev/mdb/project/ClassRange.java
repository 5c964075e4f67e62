package dev.mdb.project;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32C;

/**
 * Where the classes of one script (or of the helpers) stand in a store, one behind the other.
 *
 * @param mainClass binary name; empty for helpers
 * @param names binary names in the order stored
 * @param lengths bytes of each
 * @param offset of the first, from the start of the store's class bytes
 * @param checksum CRC-32C over all of them
 */
record ClassRange(
    String mainClass, List<String> names, List<Integer> lengths, long offset, int checksum) {
  ClassRange at(long otherOffset) {
    return new ClassRange(mainClass, names, lengths, otherOffset, checksum);
  }

  int length() {
    int sum = 0;
    for (int length : lengths) sum += length;
    return sum;
  }

  boolean isIntact(byte[] bytes) {
    return checksum(bytes) == checksum;
  }

  Map<String, byte[]> cut(byte[] bytes) {
    var classes = new LinkedHashMap<String, byte[]>();
    int from = 0;
    for (int i = 0; i < names.size(); i++) {
      int to = from + lengths.get(i);
      classes.put(names.get(i), Arrays.copyOfRange(bytes, from, to));
      from = to;
    }
    return classes;
  }

  static int checksum(byte[] bytes) {
    var sum = new CRC32C();
    sum.update(bytes);
    return (int) sum.getValue();
  }

  void write(BinaryWriter out) {
    out.string(mainClass);
    out.strings(names);
    out.list(lengths, BinaryWriter::integer);
    out.whole(offset);
    out.integer(checksum);
  }

  static ClassRange read(BinaryReader in) {
    return new ClassRange(
        in.string(), in.strings(), in.list(BinaryReader::integer), in.whole(), in.integer());
  }
}
