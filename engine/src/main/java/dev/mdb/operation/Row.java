package dev.mdb.operation;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A row of a query: column labels in any case, values as the driver gives them. */
public final class Row {
  private final List<String> columns;
  private final List<Object> values;
  private final Map<String, Object> byName;

  /**
   * @param columns labels in order
   * @param values one for each column, null where the database has NULL
   */
  public Row(List<String> columns, List<Object> values) {
    this.columns = List.copyOf(columns);
    this.values = Collections.unmodifiableList(values);
    this.byName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (int i = 0; i < columns.size(); i++) byName.putIfAbsent(columns.get(i), values.get(i));
  }

  public List<String> columns() {
    return columns;
  }

  public List<Object> values() {
    return values;
  }

  /**
   * @return the value, or null for NULL
   * @throws IllegalArgumentException for a column that the row does not have
   */
  public Object get(String column) {
    if (!byName.containsKey(column)) {
      throw new IllegalArgumentException(
          "no column '" + column + "' in the row, there are " + columns);
    }
    return byName.get(column);
  }

  /** By position, from 0. */
  public Object get(int index) {
    return values.get(index);
  }

  @Override
  public String toString() {
    return byName.toString();
  }
}
