package dev.mdb.graph;

/** Can a revision be taken back? */
public sealed interface Downgrade {
  /** It has a {@code downgrade { }} block. */
  record Present() implements Downgrade {}

  /** It has none. */
  record Missing() implements Downgrade {}

  /** {@code irreversible("why")}. */
  record Irreversible(String why) implements Downgrade {}
}
