package dev.mdb.resource;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A row of the applied set: what the resource remembers of a revision, so that it can be named when
 * its script is gone.
 *
 * @param id up to 255 characters
 * @param dependencies names as written
 * @param scriptHash hex SHA-256 of the script's text when it was run; empty after a stamp without a
 *     script
 * @param by user and host
 * @param took time that the block ran; zero after a stamp
 */
public record AppliedRevision(
    String id,
    List<String> parents,
    List<String> dependencies,
    List<String> labels,
    String message,
    String scriptHash,
    Instant at,
    String by,
    Duration took) {
  public AppliedRevision {
    parents = List.copyOf(parents);
    dependencies = List.copyOf(dependencies);
    labels = List.copyOf(labels);
  }
}
