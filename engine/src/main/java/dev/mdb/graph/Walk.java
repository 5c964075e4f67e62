package dev.mdb.graph;

/**
 * The relative part of a target.
 *
 * @param direction {@code UPGRADE} for {@code +}, {@code DOWNGRADE} for {@code -}
 * @param steps parent edges to take; dependencies never count
 */
public record Walk(Direction direction, int steps) {
  public boolean isUp() {
    return direction == Direction.UPGRADE;
  }

  /** As it is written: {@code +2}. */
  @Override
  public String toString() {
    return (isUp() ? "+" : "-") + steps;
  }
}
