package dev.mdb.project;

/**
 * Receives what a script's {@code revision { }} registers; the constructor argument of every
 * compiled script.
 */
@FunctionalInterface
public interface RevisionSink {
  void accept(RevisionDefinition definition);
}
