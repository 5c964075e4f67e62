package dev.mdb.schema;

import java.util.List;
import java.util.Optional;

/**
 * @param name empty where the engine names it, or has no name for it
 * @param columns of the table that has the key
 * @param table the one referred to
 * @param targetColumns as many as {@code columns}
 */
public record ForeignKey(
    Optional<String> name,
    List<String> columns,
    String table,
    List<String> targetColumns,
    ReferenceAction onDelete,
    ReferenceAction onUpdate,
    Deferral deferral) {
  public ForeignKey {
    columns = List.copyOf(columns);
    targetColumns = List.copyOf(targetColumns);
  }

  /** When the key is looked at. */
  public enum Deferral {
    /** After each statement, always. */
    NOT_DEFERRABLE,
    /** After each statement, unless the transaction says otherwise. */
    INITIALLY_IMMEDIATE,
    /** At the commit. */
    INITIALLY_DEFERRED
  }
}
