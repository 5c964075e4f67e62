package dev.mdb.operation;

import dev.mdb.schema.Dialect;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The tokens of a statement so far, which tell whether a semicolon ends it. */
abstract class StatementBody {
  private final List<String> tokens = new ArrayList<>();

  static StatementBody of(Dialect dialect) {
    return switch (dialect) {
      case SQLITE -> new OfSqlite();
      case POSTGRESQL -> new OfPostgres();
      case MYSQL, MARIADB -> new OfMysql();
    };
  }

  /** In upper case; comments and spaces left out. */
  final List<String> tokens() {
    return tokens;
  }

  void add(SqlToken token) {
    tokens.add(token.text().toUpperCase(Locale.ROOT));
  }

  void clear() {
    tokens.clear();
  }

  /** Does a semicolon here belong to the statement? */
  abstract boolean isOpen();

  /** The word at a place, or nothing. */
  final String word(int index) {
    return index >= 0 && index < tokens.size() ? tokens.get(index) : "";
  }

  /** SQLite's own rule: a trigger ends with {@code ; END ;}. */
  private static final class OfSqlite extends StatementBody {
    @Override
    boolean isOpen() {
      int last = tokens().size() - 1;
      return isTrigger() && !(word(last).equals("END") && word(last - 1).equals(";"));
    }

    private boolean isTrigger() {
      boolean temporary = word(1).equals("TEMP") || word(1).equals("TEMPORARY");
      return word(0).equals("CREATE") && word(temporary ? 2 : 1).equals("TRIGGER");
    }
  }

  /**
   * The rule of psql (psqlscan.l): semicolons do not count inside brackets, nor between {@code
   * BEGIN} and {@code END} of a function or procedure, where {@code CASE} has an {@code END} too.
   */
  private static final class OfPostgres extends StatementBody {
    private int brackets;
    private int blocks;

    @Override
    void add(SqlToken token) {
      super.add(token);
      if (token.isSign("(")) brackets++;
      else if (token.isSign(")")) brackets = Math.max(0, brackets - 1);
      else if (token.is(SqlToken.Kind.WORD) && brackets == 0 && isRoutine()) count();
    }

    private void count() {
      switch (word(tokens().size() - 1)) {
        case "BEGIN" -> blocks++;
        case "CASE" -> blocks += blocks > 0 ? 1 : 0;
        case "END" -> blocks -= blocks > 0 ? 1 : 0;
        default -> {}
      }
    }

    private boolean isRoutine() {
      boolean replace = word(1).equals("OR") && word(2).equals("REPLACE");
      var kind = word(replace ? 3 : 1);
      return word(0).equals("CREATE") && (kind.equals("FUNCTION") || kind.equals("PROCEDURE"));
    }

    @Override
    void clear() {
      super.clear();
      brackets = 0;
      blocks = 0;
    }

    @Override
    boolean isOpen() {
      return brackets > 0 || blocks > 0;
    }
  }

  /** A body with semicolons needs a {@code DELIMITER}, as in MySQL's own client. */
  private static final class OfMysql extends StatementBody {
    @Override
    boolean isOpen() {
      return false;
    }
  }
}
