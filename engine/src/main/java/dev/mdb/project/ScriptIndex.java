package dev.mdb.project;

import dev.mdb.error.Location;
import dev.mdb.error.Problem;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The scripts of a resource's locations. Opening it reads headers only: from the store where
 * nothing has changed, from the text where the header is plain, through the compiler for the rest.
 */
public final class ScriptIndex {
  private ScriptIndex() {}

  /**
   * @param locations folders in the order configured, absolute or relative to the options' base
   * @return also when scripts are broken: see {@link #problems}
   */
  public static ScriptIndex open(
      List<Path> locations, ScriptOptions options, ScriptCompiler compiler) {
    throw new UnsupportedOperationException();
  }

  /** The sound scripts in load order: locations as given, then file names by code point. */
  public List<ScriptEntry> entries() {
    throw new UnsupportedOperationException();
  }

  /** Every fault of every location; empty when all scripts are sound. */
  public List<Problem> problems() {
    throw new UnsupportedOperationException();
  }

  /** The first entry with this id. */
  public Optional<ScriptEntry> entry(String id) {
    throw new UnsupportedOperationException();
  }

  /**
   * Compiles what is not compiled yet of these revisions, all in one go.
   *
   * @throws dev.mdb.error.MdbException with all problems at once
   */
  public void prepare(Collection<String> ids) {
    throw new UnsupportedOperationException();
  }

  /**
   * Evaluates a script: its header and its blocks, which have not run. Compiles it if need be.
   *
   * @throws dev.mdb.error.MdbException when it is broken, or no script has the id
   */
  public dev.mdb.project.RevisionDefinition define(String id) {
    throw new UnsupportedOperationException();
  }

  /**
   * The place in the script where an exception came from: the innermost frame that belongs to it.
   */
  public Optional<Location> locate(Throwable thrown, ScriptEntry entry) {
    throw new UnsupportedOperationException();
  }
}
