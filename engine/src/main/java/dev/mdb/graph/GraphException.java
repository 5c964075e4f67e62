package dev.mdb.graph;

import dev.mdb.error.MdbException;

/**
 * A request that the graph cannot answer. Carries the {@link Fault} for programs and its problem
 * for people.
 */
public final class GraphException extends MdbException {
  private final transient Fault fault;

  public GraphException(Fault fault) {
    super(fault.problem());
    this.fault = fault;
  }

  public Fault fault() {
    return fault;
  }
}
