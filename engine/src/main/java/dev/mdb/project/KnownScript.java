package dev.mdb.project;

import dev.mdb.graph.Revision;

/**
 * A sound script, as far as the graph needs it.
 *
 * @param hash of its text
 * @param plain whether the header was read without the compiler, so that nothing but the text
 *     decides on it
 */
record KnownScript(SourceFile file, String hash, boolean plain, Revision header) {
  String path() {
    return file.path();
  }

  KnownScript stamped(SourceFile newer) {
    return new KnownScript(newer, hash, plain, header);
  }

  boolean sameText(KnownScript other) {
    return hash.equals(other.hash);
  }
}
