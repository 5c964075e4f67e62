package dev.mdb.operation;

import java.util.List;

/**
 * One statement.
 *
 * @param text SQL without a closing semicolon, {@code ?} for parameters when there are any
 * @param batch empty = run as it is, without parameters; else run once for each element, whose
 *     values are bound in order (values may be null, so these are plain unmodifiable lists)
 */
public record SqlStatement(String text, List<List<Object>> batch) {
  public static SqlStatement of(String text) {
    return new SqlStatement(text, List.of());
  }
}
