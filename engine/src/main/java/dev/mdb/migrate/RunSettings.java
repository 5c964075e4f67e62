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
 * @param cancellation stops the run before its end
 */
public record RunSettings(
    Map<String, String> arguments,
    Duration lockWait,
    Optional<String> tag,
    Cancellation cancellation) {
  public RunSettings {
    arguments = Map.copyOf(arguments);
  }

  /** A run that nobody stops. */
  public RunSettings(Map<String, String> arguments, Duration lockWait, Optional<String> tag) {
    this(arguments, lockWait, tag, new Cancellation());
  }

  /** Without a tag. */
  public RunSettings(Map<String, String> arguments, Duration lockWait) {
    this(arguments, lockWait, Optional.empty());
  }
}
