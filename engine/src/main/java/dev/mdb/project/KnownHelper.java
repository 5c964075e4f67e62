package dev.mdb.project;

/** A file of {@code lib/} and the hash of its text. */
record KnownHelper(SourceFile file, String hash) {
  boolean sameText(KnownHelper other) {
    return file.path().equals(other.file.path()) && hash.equals(other.hash);
  }
}
