package dev.mdb.resource;

import dev.mdb.error.Category;
import dev.mdb.error.MdbException;
import dev.mdb.error.Problem;
import java.util.Optional;
import java.util.function.Consumer;

/** One database or cache of a project. Creating it does no I/O. */
public interface Resource {
  /** {@code sqlite}, {@code postgresql}, {@code mysql}, {@code redis}. */
  String kind();

  /** The URL without its password, for people. */
  String maskedUrl();

  /**
   * @throws dev.mdb.error.MdbException when it cannot be reached or, for {@link Access#WRITE}, not
   *     be written
   */
  Session connect(Access access);

  /**
   * Waits for the right to be the only run.
   *
   * @throws dev.mdb.error.MdbException of category LOCKED when the time is over, with the holder
   */
  RunLock lock(RunOwner owner, LockWait wait);

  /**
   * Who holds the lock now, as one who waits for it is told; empty when nobody does. Waits for
   * nothing and creates nothing.
   *
   * @throws dev.mdb.error.MdbException when the resource cannot be reached
   */
  Optional<String> lockHolder();

  /**
   * Takes the lock from whoever holds it, where the engine can do that so that the holder cannot
   * write any more. What it had begun is rolled back, or half-way.
   *
   * @return who held it; empty when nobody did
   * @throws dev.mdb.error.MdbException of category LOCKED and code {@code cannot-break} when the
   *     engine has no way to
   */
  Optional<String> breakLock();

  /**
   * Loads what the first connection will need, while somebody else reads scripts. Reaches nothing,
   * and may be left out; called in a thread of its own.
   */
  default void warmUp() {}

  /**
   * Writes scripts for the engine's own client, in place of sessions. Reaches nothing, and needs no
   * password.
   *
   * @param before runs on a session everything that had been applied before the script begins; only
   *     called where a text depends on what is there, on a throw-away place
   * @throws MdbException of category USAGE when this kind of resource has no such client
   */
  default ScriptWriter scriptWriter(Consumer<Session> before) {
    throw new MdbException(
        Problem.of(
                Category.USAGE,
                "no-script",
                "no script can be written for a resource of kind " + kind())
            .help("run it online, without --sql"));
  }
}
