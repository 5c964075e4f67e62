package dev.mdb.resource.redis;

import dev.mdb.error.Category;
import dev.mdb.error.MdbException;
import dev.mdb.error.Problem;
import dev.mdb.operation.RedisCommand;
import dev.mdb.resource.LockWaiting;
import dev.mdb.resource.RunLock;
import dev.mdb.resource.RunOwner;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

/**
 * A lease: a key that expires unless its owner, who lives, renews it. Each lease has a number, one
 * higher than the last; every write of a run carries the number of its lease and is refused by the
 * server once the lease is another's or nobody's, so that a run that was asleep for too long cannot
 * write into the next one's work.
 *
 * <p>A killed process blocks the next run for at most {@link #LEASE_MILLIS}. Redis replicates
 * without waiting: when a primary fails, its successor may not know of a lease taken in the last
 * moment.
 */
final class RedisLock implements RunLock {
  static final long LEASE_MILLIS = 10_000;

  static final String OF_THE_DEAD =
      "; the lock of a process that died ends by itself in " + LEASE_MILLIS / 1_000 + " s";

  private static final long POLL_MILLIS = 100;

  private final RedisKeys keys;
  private final Supplier<RedisConnection> connecting;
  private final String token;
  private final Heartbeat heartbeat;
  private final Runnable closed;
  private RedisConnection connection;

  private RedisLock(
      RedisKeys keys,
      Supplier<RedisConnection> connecting,
      RedisConnection connection,
      String token,
      Runnable closed) {
    this.keys = keys;
    this.connecting = connecting;
    this.connection = connection;
    this.token = token;
    this.closed = closed;
    this.heartbeat = new Heartbeat(this::renew, LEASE_MILLIS / 5);
  }

  /**
   * @param connecting opens a connection for the lease alone, and another when that one breaks
   * @param closed called when the lease is given back
   */
  static RedisLock take(
      Supplier<RedisConnection> connecting,
      RedisKeys keys,
      RunOwner owner,
      LockWaiting waiting,
      Runnable closed) {
    var connection = connecting.get();
    try {
      var token = poll(connection, keys, owner, waiting);
      var lock = new RedisLock(keys, connecting, connection, token, closed);
      lock.heartbeat.start();
      return lock;
    } catch (RedisFailure e) {
      connection.close();
      throw new MdbException(
          Problem.of(Category.FAILED, "lock-failed", "cannot take the lock: " + e.getMessage()), e);
    } catch (RuntimeException e) {
      connection.close();
      throw e;
    }
  }

  /** Many that wait for the same lock should not ask at the same moments. */
  private static String poll(
      RedisConnection connection, RedisKeys keys, RunOwner owner, LockWaiting waiting) {
    while (true) {
      var answer = attempt(connection, keys, owner);
      long token = (Long) answer.get(0);
      if (token > 0) return Long.toString(token);
      var pause = POLL_MILLIS / 2 + ThreadLocalRandom.current().nextLong(POLL_MILLIS);
      waiting.pause(Text.of(answer.get(1)), pause);
    }
  }

  private static List<?> attempt(RedisConnection connection, RedisKeys keys, RunOwner owner) {
    var command =
        RedisCommand.of(
            "EVAL",
            RedisScripts.TAKE,
            2,
            keys.lock(),
            keys.fence(),
            owner.toString(),
            LEASE_MILLIS);
    return (List<?>) connection.call(command, List.of(Text.utf8(keys.lock())));
  }

  /** Number of the lease, as the scripts want it. */
  String token() {
    return token;
  }

  @Override
  public void confirm() {
    try {
      if (renew()) return;
    } catch (RedisFailure e) {
      throw new MdbException(
          Problem.of(Category.FAILED, "connection-lost", "cannot see the lock: " + e.getMessage()),
          e);
    }
    throw lost("");
  }

  /** The lease is over: the run must not write any more. */
  static MdbException lost(String holder) {
    var now = holder.isEmpty() ? "" : "; it is now held by " + holder;
    return new MdbException(
        Problem.of(
                Category.LOCKED,
                "lock-lost",
                "this run has lost its lock: it could not renew it for "
                    + LEASE_MILLIS / 1_000
                    + " s, or somebody broke it"
                    + now)
            .help("run the command again: what was not written yet will be done then"));
  }

  /** Called by the heartbeat and by {@link #confirm}. */
  private boolean renew() {
    return owns(RedisScripts.RENEW, token, LEASE_MILLIS);
  }

  /** Runs a script that gives 1 while the lease is ours; a broken connection is replaced once. */
  private synchronized boolean owns(String script, Object... arguments) {
    try {
      return ask(script, arguments);
    } catch (RedisFailure e) {
      if (e.refused()) throw e;
      connection.close();
      connection = connecting.get();
      return ask(script, arguments);
    }
  }

  private boolean ask(String script, Object... arguments) {
    var all = new ArrayList<Object>(List.of(script, 1, keys.lock()));
    all.addAll(List.of(arguments));
    var evaluation = RedisCommand.of("EVAL", all.toArray());
    return connection.call(evaluation, List.of(Text.utf8(keys.lock()))).equals(1L);
  }

  @Override
  public void close() {
    heartbeat.stop();
    closed.run();
    try {
      owns(RedisScripts.RELEASE, token);
    } catch (RedisFailure ignored) {
      // The lease ends by itself.
    } finally {
      connection.close();
    }
  }
}
