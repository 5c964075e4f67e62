package dev.mdb.schema;

import java.util.Optional;

/**
 * A sequence that no column owns.
 *
 * @param type empty = the engine's usual one
 */
public record Sequence(
    String name,
    Optional<String> type,
    long start,
    long increment,
    Optional<Long> minimum,
    Optional<Long> maximum,
    long cache,
    boolean cycles) {}
