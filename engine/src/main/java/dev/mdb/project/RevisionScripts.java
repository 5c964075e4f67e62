package dev.mdb.project;

import dev.mdb.error.Location;
import java.util.Collection;
import java.util.Optional;

/** The scripts of a resource, as the migrator needs them. */
public interface RevisionScripts {
  Optional<ScriptEntry> entry(String id);

  /** Asks for these to be compiled, where they are not. */
  void addTo(Preparation preparation, Collection<String> ids);

  /**
   * Makes all of these ready to be defined, in one go.
   *
   * @throws dev.mdb.error.MdbException with all problems at once
   */
  default void prepare(Collection<String> ids) {
    var preparation = new Preparation();
    addTo(preparation, ids);
    preparation.run();
  }

  /**
   * Evaluates a script: its header and its blocks, which have not run.
   *
   * @throws dev.mdb.error.MdbException when it is broken, or no script has the id
   */
  RevisionDefinition define(String id);

  /**
   * The place in the script where an exception came from: the innermost frame that belongs to it.
   */
  Optional<Location> locate(Throwable thrown, ScriptEntry entry);
}
