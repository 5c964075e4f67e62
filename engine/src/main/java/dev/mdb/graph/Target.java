package dev.mdb.graph;

import java.util.Optional;

/**
 * A place in the graph as the user names it: {@code [branch@]symbol[+N|-N]} or {@code
 * [branch@](+N|-N)}. What it means depends on the graph, on what is applied and on the command: see
 * {@link TargetResolver}.
 *
 * @param branch id, label or prefix whose lineage limits the search
 * @param walk empty = the symbol itself; never empty for {@link Symbol.Omitted}
 */
public record Target(Optional<String> branch, Symbol symbol, Optional<Walk> walk) {
  public Target {
    if (symbol instanceof Symbol.Omitted && walk.isEmpty()) {
      throw new IllegalArgumentException("a target needs a symbol or a walk");
    }
  }

  /** Exactly this id or label. */
  public static Target named(String name) {
    return new Target(Optional.empty(), new Symbol.Name(name), Optional.empty());
  }

  /** {@code heads}. */
  public static Target heads() {
    return new Target(Optional.empty(), new Symbol.Heads(), Optional.empty());
  }

  /** {@code base}. */
  public static Target base() {
    return new Target(Optional.empty(), new Symbol.Base(), Optional.empty());
  }

  /**
   * Reads a target.
   *
   * @throws GraphException with {@link TargetFault.Syntax}
   */
  public static Target parse(String text) {
    return TargetParser.target(text);
  }

  /** As it is written. */
  @Override
  public String toString() {
    return branch.map(name -> name + "@").orElse("")
        + symbol.text()
        + walk.map(Walk::toString).orElse("");
  }
}
