package dev.mdb.resource;

import dev.mdb.error.Category;
import dev.mdb.error.MdbException;
import dev.mdb.error.Problem;
import dev.mdb.operation.Operation;
import dev.mdb.operation.Row;
import dev.mdb.schema.CatalogReader;
import dev.mdb.schema.Dialect;
import java.util.List;
import java.util.Optional;

/**
 * A connection to a resource, used by one thread. Every method throws {@link
 * dev.mdb.error.MdbException} when it fails; of code {@code lock-timeout} when it waited for a lock
 * of the engine as long as it may, after which the same transaction may be tried again, and of code
 * {@code connection-lost} when the connection broke, after which nothing is known of what was under
 * way.
 */
public interface Session extends AutoCloseable {
  StateStore state();

  /** Empty for a resource that does not speak SQL. */
  Optional<Dialect> dialect();

  /**
   * Does a rollback take back everything that a block can do? If not, its parts are journalled. A
   * change of the structure is kept at once then, together with what was done before it in the
   * transaction; what follows it is in a new one.
   */
  boolean rollsBackSchemaChanges();

  /**
   * Who holds the lock that the running part waits for, as of the last look; empty when none waits
   * or when the engine does not tell. May be called by another thread, at any time.
   */
  default Optional<String> blocker() {
    return Optional.empty();
  }

  /** Starts a transaction; what follows is kept or dropped together. */
  void begin();

  /**
   * Starts a transaction in which the engine does not look after foreign keys; {@link #commit}
   * does, and refuses when a row refers to nothing that was right before. In every other respect
   * like {@link #begin}.
   */
  default void beginUnenforced() {
    begin();
  }

  /**
   * Did a part of this transaction, or of the last one, refuse to run because it needs {@link
   * #beginUnenforced}? Such a transaction cannot be committed. See {@link Transactions}.
   */
  default boolean wantsUnenforced() {
    return false;
  }

  void commit();

  /** Drops what was done since {@link #begin}; does nothing without a transaction. */
  void rollback();

  /** What the operation consists of here, in run order. Nothing has run. */
  List<Part> parts(Operation operation);

  /**
   * A short text that changes whenever the structure changes (tables, columns, indexes, …), and not
   * otherwise: tells whether a part that was broken off had happened.
   */
  String structure();

  /** All rows of a query. */
  List<Row> query(String sql, List<Object> parameters);

  /**
   * Reads the schema.
   *
   * @throws dev.mdb.error.MdbException of code {@code no-catalog} when this kind of resource has
   *     none
   */
  default CatalogReader catalog() {
    throw new MdbException(
        Problem.of(Category.USAGE, "no-catalog", "this kind of resource has no tables"));
  }

  /**
   * What another migration tool has written down here, when mdb has not kept anything yet. To be
   * asked after {@link StateStore#applied}: where that has found something, nothing is asked.
   */
  default Optional<OtherHistory> otherHistory() {
    return Optional.empty();
  }

  /**
   * A session on a throw-away database with the same structure and no rows, where the engine has
   * such a thing at no cost: what blocks would do can be tried there. To be closed by the caller.
   */
  default Optional<Session> emptyCopy() {
    return Optional.empty();
  }

  @Override
  void close();
}
