package dev.mdb.project;

import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.TimeUnit;

/**
 * A file of a location, as one walk finds it.
 *
 * @param path relative to the location, with {@code /}
 * @param size in bytes
 * @param modified nanoseconds since 1970, as precise as the file system is
 */
record SourceFile(String path, long size, long modified) {
  String name() {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  static SourceFile of(String path, BasicFileAttributes attributes) {
    long modified = attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS);
    return new SourceFile(path, attributes.size(), modified);
  }

  boolean sameStamp(SourceFile other) {
    return size == other.size && modified == other.modified;
  }
}
