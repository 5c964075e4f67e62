package dev.mdb.resource;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * What a resource is made from: the configuration with its secrets filled in.
 *
 * @param name the resource's name in the project
 * @param url JDBC form or plain form
 * @param user apart from the URL; data, never parsed
 * @param password apart from the URL; data, never parsed, never printed
 * @param versionTable name of the table (or key prefix) that holds the state
 * @param lockTimeout how long one statement may wait for a lock of the engine
 * @param folder relative file paths in the URL start here
 */
public record ResourceSettings(
    String name,
    String url,
    Optional<String> user,
    Optional<String> password,
    String versionTable,
    Optional<String> versionSchema,
    Duration lockTimeout,
    Path folder) {
  /** Without the password, and without the URL, which may hold one. */
  @Override
  public String toString() {
    return "ResourceSettings[" + name + "]";
  }
}
