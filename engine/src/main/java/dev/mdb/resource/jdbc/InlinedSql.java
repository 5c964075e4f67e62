package dev.mdb.resource.jdbc;

import dev.mdb.error.Category;
import dev.mdb.error.MdbException;
import dev.mdb.error.Problem;
import dev.mdb.operation.SqlLexer;
import dev.mdb.operation.SqlStatement;
import dev.mdb.operation.SqlToken;
import dev.mdb.schema.Dialect;
import java.util.List;

/** Statements with their values in the text, where the {@code ?} were. */
record InlinedSql(Dialect dialect, Literals literals) {
  static InlinedSql of(JdbcEngine engine) {
    return new InlinedSql(engine.dialect(), new Literals(engine));
  }

  /** One text for each row of values; the text itself when there are none. */
  List<String> texts(SqlStatement statement) {
    if (statement.batch().isEmpty()) return List.of(statement.text());
    var tokens = SqlLexer.tokens(statement.text(), dialect);
    return statement.batch().stream().map(values -> text(tokens, values)).toList();
  }

  private String text(List<SqlToken> tokens, List<Object> values) {
    var text = new StringBuilder();
    int used = 0;
    for (int i = 0; i < tokens.size(); i++) {
      if (!tokens.get(i).isSign("?")) {
        text.append(tokens.get(i).text());
      } else if (isOperator(tokens, i)) {
        text.append(tokens.get(i++).text());
      } else {
        if (used < values.size()) append(text, literals.of(values.get(used)));
        used++;
      }
    }
    if (used != values.size()) throw otherCount(used, values.size());
    return text.toString();
  }

  /** PostgreSQL's driver takes two question marks for the operator of one. */
  private boolean isOperator(List<SqlToken> tokens, int i) {
    return dialect == Dialect.POSTGRESQL && i + 1 < tokens.size() && tokens.get(i + 1).isSign("?");
  }

  /** Two dashes would begin a comment. */
  private static void append(StringBuilder text, String literal) {
    boolean afterDash = text.length() > 0 && text.charAt(text.length() - 1) == '-';
    text.append(afterDash && literal.startsWith("-") ? " " : "").append(literal);
  }

  private static MdbException otherCount(int places, int values) {
    return new MdbException(
        Problem.of(
            Category.FAILED,
            "parameter-count",
            "the statement has %d places for values, and %d values were given"
                .formatted(places, values)));
  }
}
