package dev.mdb.schema;

import java.util.List;
import java.util.Optional;

/**
 * An index.
 *
 * @param method {@code gin}, {@code hash}, …; empty = the engine's usual one
 * @param predicate of a partial index, without {@code WHERE}
 * @param include columns that are kept with it without being searched
 */
public record Index(
    String name,
    boolean unique,
    List<Part> parts,
    Optional<String> method,
    Optional<String> predicate,
    List<String> include) {
  public Index {
    parts = List.copyOf(parts);
    include = List.copyOf(include);
  }

  /**
   * What is indexed, in order.
   *
   * @param text the name of a column, or an expression without the brackets around it
   * @param qualifier what the dialect writes behind it: {@code text_pattern_ops}, {@code NULLS
   *     LAST}, MySQL's prefix length {@code (10)}; empty for none
   */
  public record Part(String text, boolean isExpression, boolean descending, String qualifier) {
    public static Part column(String name) {
      return new Part(name, false, false, "");
    }
  }
}
