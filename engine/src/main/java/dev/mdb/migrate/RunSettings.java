package dev.mdb.migrate;

import java.time.Duration;
import java.util.Map;

/**
 * What holds for a whole run.
 *
 * @param arguments {@code -x} of the command line, for the blocks
 * @param lockWait how long to wait for another run to end
 */
public record RunSettings(Map<String, String> arguments, Duration lockWait) {
  public RunSettings {
    arguments = Map.copyOf(arguments);
  }
}
