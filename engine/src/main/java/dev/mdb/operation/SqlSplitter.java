package dev.mdb.operation;

import dev.mdb.error.Category;
import dev.mdb.error.MdbException;
import dev.mdb.error.Problem;
import dev.mdb.schema.Dialect;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Cuts a file of SQL into statements where the engine's own client would: at semicolons outside
 * strings, quoted names and comments, and not inside the body of a trigger or function; for MySQL
 * and MariaDB at what a {@code DELIMITER} line says. Comments stay with the statement that follows.
 */
public final class SqlSplitter {
  private static final Pattern DELIMITER =
      Pattern.compile("(?i)[ \\t]*delimiter[ \\t]+(\\S+)[^\\n]*");

  private final String text;
  private final Dialect dialect;
  private final SqlLexer lexer;
  private final StatementBody body;
  private final List<String> statements = new ArrayList<>();
  private int start;

  /** Where the first token of the statement is. */
  private int first;

  private SqlSplitter(String text, Dialect dialect) {
    this.text = text;
    this.dialect = dialect;
    this.lexer = new SqlLexer(text, dialect);
    this.body = StatementBody.of(dialect);
  }

  /**
   * The statements in order, without what ends them; those that hold only comments are left out.
   *
   * @throws MdbException for what only the engine's own client knows: a command of psql or of
   *     sqlite3, and {@code COPY … FROM stdin}; the message says in which line
   */
  public static List<String> split(String text, Dialect dialect) {
    return new SqlSplitter(text, dialect).run();
  }

  private List<String> run() {
    while (lexer.hasNext()) {
      if (!delimiterLine()) take(lexer.next());
    }
    finish(text.length());
    return statements;
  }

  private boolean delimiterLine() {
    int at = lexer.position();
    boolean known = dialect == Dialect.MYSQL || dialect == Dialect.MARIADB;
    if (!known || at > 0 && text.charAt(at - 1) != '\n') return false;
    var line = DELIMITER.matcher(text).region(at, text.length());
    if (!line.lookingAt()) return false;
    finish(at);
    lexer.delimiter(line.group(1));
    lexer.skipTo(line.end());
    start = line.end();
    return true;
  }

  private void take(SqlToken token) {
    if (token.isSilent()) return;
    refuseCommand(token);
    if (!token.is(SqlToken.Kind.END) || body.isOpen()) {
      if (body.tokens().isEmpty()) first = token.at();
      body.add(token);
    } else {
      finish(token.at());
      start = token.end();
    }
  }

  private void finish(int end) {
    if (!body.tokens().isEmpty()) {
      refuseCopy();
      statements.add(text.substring(start, end).strip());
    }
    body.clear();
  }

  private void refuseCommand(SqlToken token) {
    if (dialect == Dialect.POSTGRESQL && token.isSign("\\")) throw command(token.at(), "psql");
    boolean atStart = body.tokens().isEmpty();
    if (dialect == Dialect.SQLITE && atStart && token.isSign(".")) {
      throw command(token.at(), "sqlite3");
    }
  }

  private MdbException command(int at, String client) {
    var word = text.substring(at).split("\\s", 2)[0];
    return refused(at, word + " is a command of " + client + ", not SQL");
  }

  private void refuseCopy() {
    var tokens = body.tokens();
    int from = tokens.indexOf("FROM");
    if (dialect != Dialect.POSTGRESQL || !tokens.get(0).equals("COPY")) return;
    if (from < 0 || !body.word(from + 1).equals("STDIN")) return;
    throw refused(first, "COPY … FROM stdin has its rows behind it, which only psql can read");
  }

  private MdbException refused(int at, String what) {
    long line = text.substring(0, at).chars().filter(c -> c == '\n').count() + 1;
    return new MdbException(
        Problem.of(
                Category.FAILED, "client-command", "line %d of the SQL: %s".formatted(line, what))
            .help(
                what.startsWith("COPY")
                    ? "write the rows as INSERT statements (pg_dump --inserts), or load them with csv(…)"
                    : "take it out of the file")
            .with("line", line));
  }
}
