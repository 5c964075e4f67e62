package dev.mdb.migrate;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * What holds for a whole run.
 *
 * @param arguments {@code -x} of the command line, for the blocks
 * @param lockWait how long to wait for another run to end
 * @param tag {@code --tag} of the command line, for the blocks
 */
public record RunSettings(Map<String, String> arguments, Duration lockWait, Optional<String> tag) {
  public RunSettings {
    arguments = Map.copyOf(arguments);
  }

  /** Without a tag. */
  public RunSettings(Map<String, String> arguments, Duration lockWait) {
    this(arguments, lockWait, Optional.empty());
  }
}
