package dev.mdb.migrate;

import dev.mdb.operation.SqlStatement;
import java.util.List;
import java.util.stream.Collectors;

/** A statement as a text for people, with its values in comments. */
final class StatementText {
  private static final int ROWS_SHOWN = 5;
  private static final int LONGEST_VALUE = 60;

  private StatementText() {}

  static String of(SqlStatement statement) {
    var rows = statement.batch();
    var text = new StringBuilder(statement.text().strip()).append(';');
    rows.stream().limit(ROWS_SHOWN).forEach(row -> text.append("\n  -- with ").append(values(row)));
    int more = rows.size() - ROWS_SHOWN;
    if (more > 0) text.append("\n  -- and ").append(more).append(more == 1 ? " row" : " rows");
    return text.toString();
  }

  private static String values(List<Object> row) {
    return row.stream().map(StatementText::value).collect(Collectors.joining(", "));
  }

  private static String value(Object value) {
    if (value == null) return "NULL";
    if (value instanceof Number || value instanceof Boolean) return value.toString();
    if (value instanceof byte[] bytes) return bytes.length + " bytes";
    var text = value.toString().replaceAll("\\R", "⏎").replace("'", "''");
    boolean fits = text.length() <= LONGEST_VALUE;
    return "'" + (fits ? text : text.substring(0, LONGEST_VALUE) + "…") + "'";
  }
}
