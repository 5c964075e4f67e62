package dev.mdb.project.author;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A run of a line to become one revision.
 *
 * @param range {@code FROM:TO}, both ends included; without FROM it starts at the base
 * @param id empty = twelve random hexadecimal digits
 */
public record SquashRequest(
    String range, Optional<String> message, Optional<String> id, OldScripts oldScripts) {
  /** What becomes of the scripts that are replaced. */
  public sealed interface OldScripts {
    /** They are gone. */
    record Delete() implements OldScripts {}

    /**
     * They go where no resource reads them.
     *
     * @param folder absolute; empty = {@code archive} beside their location
     */
    record Archive(Optional<Path> folder) implements OldScripts {}
  }
}
