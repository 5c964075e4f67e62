package dev.mdb.project;

import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.TimeUnit;

/**
 * A file of a location, as one walk finds it.
 *
 * @param path relative to the location, with {@code /}
 * @param size in bytes
 * @param modified nanoseconds since 1970, in steps of a millisecond
 */
record SourceFile(String path, long size, long modified) {
  String name() {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  static SourceFile of(String path, BasicFileAttributes attributes) {
    return of(path, attributes.size(), attributes.lastModifiedTime().toMillis());
  }

  /**
   * @param modifiedMillis since 1970
   */
  static SourceFile of(String path, long size, long modifiedMillis) {
    return new SourceFile(path, size, TimeUnit.MILLISECONDS.toNanos(modifiedMillis));
  }

  boolean sameStamp(SourceFile other) {
    return size == other.size && modified == other.modified;
  }
}
