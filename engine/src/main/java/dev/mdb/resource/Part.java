package dev.mdb.resource;

import dev.mdb.operation.SqlStatement;
import java.util.List;

/** The smallest piece of an operation, such as one statement: it happens, or it does not. */
public interface Part {
  /** Hex SHA-256 of what it does: the same for the same statement and values. */
  String hash();

  /** A line for people, cut short when it is long: a statement without its values. */
  String describe();

  /**
   * Can it be done in one transaction with a note in the log? If not, {@link Session#structure}
   * tells afterwards whether it happened.
   */
  boolean joinsTransaction();

  /**
   * Does it change nothing but the session, as {@code SET} does? A run that goes on does it again:
   * the session is another then.
   */
  default boolean isOfSession() {
    return false;
  }

  /**
   * What it would send now, for a resource that speaks SQL; empty for any other. An engine that has
   * to look at what is there does so again when the part runs.
   */
  default List<SqlStatement> statements() {
    return List.of();
  }

  void run();
}
