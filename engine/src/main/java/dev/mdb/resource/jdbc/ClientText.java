package dev.mdb.resource.jdbc;

import dev.mdb.operation.SqlLexer;
import dev.mdb.operation.SqlSplitter;
import dev.mdb.operation.SqlToken;
import dev.mdb.operation.SqlToken.Kind;
import dev.mdb.schema.Dialect;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A statement as the engine's own client reads it from a file, with what ends it. */
record ClientText(Dialect dialect) {
  String of(String sql) {
    var tokens = new ArrayList<>(SqlLexer.tokens(sql.strip(), dialect));
    while (!tokens.isEmpty() && endsNothing(tokens.get(tokens.size() - 1))) {
      tokens.remove(tokens.size() - 1);
    }
    var text = text(tokens);
    boolean commented = !tokens.isEmpty() && tokens.get(tokens.size() - 1).is(Kind.LINE_COMMENT);
    if (commented) text += "\n";
    return hasSeveralEnds(text) ? delimited(text) : text + ";";
  }

  private static boolean endsNothing(SqlToken last) {
    return last.is(Kind.SPACE) || last.is(Kind.END);
  }

  private String text(List<SqlToken> tokens) {
    var text = new StringBuilder();
    for (int i = 0; i < tokens.size(); i++) {
      if (dialect == Dialect.POSTGRESQL && isVariable(tokens, i)) text.append('\\');
      text.append(tokens.get(i).text());
    }
    return text.toString();
  }

  /** psql would put its own variable in place of {@code :name}. */
  private static boolean isVariable(List<SqlToken> tokens, int i) {
    if (!tokens.get(i).isSign(":") || i + 1 == tokens.size()) return false;
    if (i > 0 && tokens.get(i - 1).isSign(":")) return false;
    var next = tokens.get(i + 1);
    return next.is(Kind.WORD) || next.is(Kind.QUOTED) || next.isSign("{");
  }

  /** The body of a procedure has semicolons, at which the client of MySQL would cut it. */
  private boolean hasSeveralEnds(String text) {
    if (dialect != Dialect.MYSQL && dialect != Dialect.MARIADB) return false;
    return SqlSplitter.split(text, dialect).size() > 1;
  }

  private static String delimited(String text) {
    var sign = Stream.of("//", ";;", "$$", "mdb_end").filter(s -> !text.contains(s)).findFirst();
    var end = sign.orElse("mdb_end_of_statement");
    return "DELIMITER %s\n%s\n%s\nDELIMITER ;".formatted(end, text, end);
  }

  /** Lines for people; a line break in them would end the comment. */
  static String comment(List<String> lines) {
    return lines.stream()
        .map(line -> "-- " + line.replaceAll("\\R", " "))
        .collect(Collectors.joining("\n"));
  }
}
