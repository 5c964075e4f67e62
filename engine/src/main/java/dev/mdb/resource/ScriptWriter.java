package dev.mdb.resource;

import dev.mdb.operation.Operation;
import dev.mdb.schema.Dialect;
import java.util.List;
import java.util.Optional;

/**
 * Puts a run into a script for the engine's own client. Reaches no server; the same run gives the
 * same text.
 */
public interface ScriptWriter extends AutoCloseable {
  /** Empty for a resource that does not speak SQL. */
  Optional<Dialect> dialect();

  /**
   * What an operation comes to. To be asked in run order: what comes later may depend on it.
   *
   * @throws dev.mdb.error.MdbException when it cannot be written without a connection
   */
  List<ScriptPart> parts(Operation operation);

  /** The whole script, with a line end at its end. */
  String write(RunScript script);

  @Override
  default void close() {}
}
