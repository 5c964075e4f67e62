package dev.mdb.resource.redis;

import dev.mdb.operation.RedisCommand;
import java.util.List;
import java.util.Optional;

/**
 * A command that waits to be run with others.
 *
 * @param keys all that it may change, so that they can be put back when a later command fails
 * @param closing runs after those that are not: its keys are too long to be put back
 * @param expected what the reply must be, as text; empty = anything but an error
 * @param otherwise says what another reply means
 * @param origin its trace shows the line of the script that wrote it
 */
record RedisWrite(
    RedisCommand command,
    List<byte[]> keys,
    boolean closing,
    String expected,
    String otherwise,
    Optional<Throwable> origin) {
  static RedisWrite of(RedisCommand command, List<byte[]> keys, Optional<Throwable> origin) {
    return new RedisWrite(command, keys, false, "", "", origin);
  }

  /** For the log, which only ever grows. */
  static RedisWrite closing(RedisCommand command) {
    return new RedisWrite(command, List.of(), true, "", "", Optional.empty());
  }
}
