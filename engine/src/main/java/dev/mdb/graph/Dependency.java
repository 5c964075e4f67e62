package dev.mdb.graph;

import java.util.Optional;

/**
 * An ordering edge that is no parent.
 *
 * @param name id or label of the revision that must be applied first
 * @param optional drops out when no revision has the name
 * @param resource the other resource that holds it; empty = the same resource
 */
public record Dependency(String name, boolean optional, Optional<String> resource) {
  public static Dependency on(String name) {
    return new Dependency(name, false, Optional.empty());
  }
}
