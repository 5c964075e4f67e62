package dev.mdb.migrate;

import dev.mdb.graph.Direction;
import java.time.Duration;

/**
 * A step that was done.
 *
 * @param operations how many its block had
 * @param took of the block, with its transaction
 */
public record StepReport(
    String revision, Direction direction, String message, int operations, Duration took) {}
