package dev.mdb.graph;

import java.util.Optional;

/**
 * {@code [from]:[to]}.
 *
 * @param from empty = from the first revision
 * @param to empty = to the heads
 */
public record TargetRange(Optional<Target> from, Optional<Target> to) {
  /**
   * Reads a range.
   *
   * @throws GraphException with {@link TargetFault.Syntax}
   */
  public static TargetRange parse(String text) {
    return TargetParser.range(text);
  }

  /** Is this text meant as a range? Names cannot hold the colon. */
  public static boolean isRange(String text) {
    return text.indexOf(':') >= 0;
  }

  /** As it is written. */
  @Override
  public String toString() {
    return from.map(Target::toString).orElse("") + ":" + to.map(Target::toString).orElse("");
  }
}
