package dev.mdb.resource.jdbc;

import dev.mdb.operation.SqlStatement;
import dev.mdb.resource.Part;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** A statement, and how to run it. */
record StatementPart(SqlStatement statement, Consumer<SqlStatement> runner) implements Part {
  private static final int LONGEST = 120;

  /**
   * Statements that change rows only: every engine runs them in a transaction and can take them
   * back.
   */
  private static final Pattern ROWS_ONLY =
      startingWith("insert|update|delete|replace|merge|with|select|values");

  private static final Pattern SESSION_ONLY = startingWith("set|pragma|use");

  /** Behind spaces and comments. */
  private static Pattern startingWith(String words) {
    return Pattern.compile(
        "(\\s|--[^\\n]*\\n|/\\*.*?\\*/)*(" + words + ")\\b.*",
        Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  }

  @Override
  public String hash() {
    return StatementHash.of(statement);
  }

  @Override
  public String describe() {
    var line = statement.text().strip().replaceAll("\\s+", " ");
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 1) + "…";
  }

  @Override
  public List<SqlStatement> statements() {
    return List.of(statement);
  }

  @Override
  public boolean joinsTransaction() {
    return ROWS_ONLY.matcher(statement.text()).matches();
  }

  @Override
  public boolean isOfSession() {
    return SESSION_ONLY.matcher(statement.text()).matches();
  }

  @Override
  public void run() {
    runner.accept(statement);
  }
}
