package dev.mdb.error;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * An error as a value: what is wrong, where, and what would help. Rendered by the command line as
 * text or JSON.
 *
 * @param category decides the exit status
 * @param code stable name for programs, in kebab case: {@code several-heads}
 * @param message one sentence without a trailing newline; never holds a secret
 * @param at the place in a script or in the configuration
 * @param resource name of the resource it happened in
 * @param revision id of the revision it happened in
 * @param help what the user can do, preferably a command
 * @param data further values for programs (strings, numbers, booleans, lists and maps of these)
 */
public record Problem(
    Category category,
    String code,
    String message,
    Optional<Location> at,
    Optional<String> resource,
    Optional<String> revision,
    Optional<String> help,
    Map<String, Object> data) {

  public Problem {
    data = Collections.unmodifiableMap(new LinkedHashMap<>(data));
  }

  public static Problem of(Category category, String code, String message) {
    return new Problem(
        category,
        code,
        message,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Map.of());
  }

  /** The end was asked for, with Ctrl-C or by a program. */
  public static Problem interrupted(String message) {
    return of(Category.INTERRUPTED, "interrupted", message);
  }

  public Problem at(Location location) {
    return new Problem(
        category, code, message, Optional.of(location), resource, revision, help, data);
  }

  public Problem inResource(String name) {
    return new Problem(category, code, message, at, Optional.of(name), revision, help, data);
  }

  public Problem inRevision(String id) {
    return new Problem(category, code, message, at, resource, Optional.of(id), help, data);
  }

  public Problem help(String text) {
    return new Problem(category, code, message, at, resource, revision, Optional.of(text), data);
  }

  public Problem with(String key, Object value) {
    var more = new LinkedHashMap<>(data);
    more.put(key, value);
    return new Problem(category, code, message, at, resource, revision, help, more);
  }

  /** {@code file:line:column: message}, without the help. */
  @Override
  public String toString() {
    return at.map(place -> place + ": ").orElse("") + message;
  }
}
