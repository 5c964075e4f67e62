package dev.mdb.project;

import dev.mdb.graph.Revision;
import java.nio.file.Path;

/**
 * One sound script of an index.
 *
 * @param folder absolute
 * @param file below the folder
 * @param hash SHA-256 of its text in lower-case hexadecimal; line ends count as LF, a byte-order
 *     mark not at all
 * @param header what the graph knows of it; its source is the place of {@code revision { }}
 */
public record ScriptEntry(Path folder, String file, String hash, Revision header) {
  /** Absolute. */
  public Path path() {
    return folder.resolve(file);
  }

  public String id() {
    return header.id();
  }
}
