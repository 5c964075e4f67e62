package dev.mdb.resource;

import dev.mdb.operation.Dialect;
import dev.mdb.operation.Operation;
import dev.mdb.operation.Row;
import java.util.List;
import java.util.Optional;

/**
 * A connection to a resource, used by one thread. Every method throws {@link
 * dev.mdb.error.MdbException} when it fails.
 */
public interface Session extends AutoCloseable {
  StateStore state();

  /** Empty for a resource that does not speak SQL. */
  Optional<Dialect> dialect();

  /**
   * Does a rollback take back all that a block may do? False where some changes commit by
   * themselves (DDL of MySQL and MariaDB, the slots of a Redis cluster): there the journal is
   * written after every operation.
   */
  boolean rollsBackSchemaChanges();

  /** Starts a transaction; what follows is kept or dropped together. */
  void begin();

  void commit();

  /** Drops what was done since {@link #begin}; does nothing without a transaction. */
  void rollback();

  /**
   * Runs all statements of the operation before it returns.
   *
   * @return hex SHA-256 of what was done, the same for the same statements and values: for the log
   */
  String execute(Operation operation);

  /** All rows of a query. */
  List<Row> query(String sql, List<Object> parameters);

  @Override
  void close();
}
