package dev.mdb.project;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Map;
import java.util.TreeMap;

/**
 * The classes of one script (or of the helpers) with their bytes.
 *
 * @param range how the bytes are cut; its offset means nothing yet
 */
record PackedClasses(ClassRange range, byte[] bytes) {
  static PackedClasses of(String mainClass, Map<String, byte[]> classes) {
    var sorted = new TreeMap<>(classes);
    var lengths = new ArrayList<Integer>(sorted.size());
    var all = new ByteArrayOutputStream();
    for (byte[] bytes : sorted.values()) {
      lengths.add(bytes.length);
      all.writeBytes(bytes);
    }
    byte[] bytes = all.toByteArray();
    int checksum = ClassRange.checksum(bytes);
    var names = new ArrayList<>(sorted.keySet());
    return new PackedClasses(new ClassRange(mainClass, names, lengths, 0, checksum), bytes);
  }

  String mainClass() {
    return range.mainClass();
  }

  Map<String, byte[]> classes() {
    return range.cut(bytes);
  }
}
