package dev.mdb.resource.mysql;

import dev.mdb.schema.Dialect;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Texts of the information schema, which MySQL and MariaDB write differently, as SQL. */
final class MysqlText {
  private static final Pattern WIDTH =
      Pattern.compile("^((?:tiny|small|medium|big)?int|year)\\(\\d+\\)(?!.*zerofill)");
  private static final Pattern NOW =
      Pattern.compile("(?i)\\b(?:current_timestamp|now)(?:\\((\\d*)\\))?");
  private static final Pattern ON_UPDATE = Pattern.compile("on update (\\S+)");
  private static final Pattern NUMERIC =
      Pattern.compile("(?:(?:tiny|small|medium|big)?int|decimal|float|double|bit|year)\\b.*");
  private static final Pattern BINARY = Pattern.compile("(?:var)?binary\\b.*");
  private static final Pattern MARIADB_LITERAL =
      Pattern.compile("'(?:[^'\\\\]|''|\\\\.)*'", Pattern.DOTALL);

  private static final Pattern ESCAPE = Pattern.compile("\\\\(.)", Pattern.DOTALL);

  private final Dialect dialect;

  MysqlText(Dialect dialect) {
    this.dialect = dialect;
  }

  /**
   * Without the width at which an integer is displayed: MySQL 8 does not show it. {@code
   * tinyint(1)} stays, for it is a boolean.
   */
  String type(String columnType) {
    if (columnType.startsWith("tinyint(1)")) return columnType;
    return WIDTH.matcher(columnType).replaceFirst("$1");
  }

  /**
   * The default as an expression, with {@code ON UPDATE …} behind it; empty for null.
   *
   * @param extra what the information schema says of the column besides, in small letters
   */
  Optional<String> defaultValue(Optional<String> shown, String type, String extra) {
    var value = shown.flatMap(it -> value(it, type, extra));
    var update = ON_UPDATE.matcher(extra);
    if (!update.find()) return value;
    var clause = "ON UPDATE " + now(update.group(1));
    return Optional.of(value.map(it -> it + " " + clause).orElse(clause));
  }

  private Optional<String> value(String shown, String type, String extra) {
    if (dialect == Dialect.MARIADB) {
      return shown.equals("NULL") ? Optional.empty() : Optional.of(now(literal(shown)));
    }
    if (extra.contains("default_generated")) return Optional.of(now(expression(shown)));
    if (NOW.matcher(shown).matches() && type.matches("(?:timestamp|datetime)\\b.*")) {
      return Optional.of(now(shown));
    }
    boolean bare =
        NUMERIC.matcher(type).matches() || BINARY.matcher(type).matches() && shown.startsWith("0x");
    return Optional.of(bare ? shown : quoted(shown));
  }

  /** MariaDB shows a quote in a literal as a backslash and a quote. */
  private static String literal(String shown) {
    if (!MARIADB_LITERAL.matcher(shown).matches()) return shown;
    return shown.substring(0, 1)
        + shown.substring(1, shown.length() - 1).replace("\\'", "''")
        + "'";
  }

  private static String quoted(String value) {
    return "'" + value.replace("\\", "\\\\").replace("'", "''") + "'";
  }

  /** One spelling; left alone where a literal may be meant. */
  private static String now(String expression) {
    if (expression.startsWith("'")) return expression;
    return NOW.matcher(expression).replaceAll(MysqlText::spelled);
  }

  private static String spelled(MatchResult found) {
    var digits = found.group(1);
    boolean none = digits == null || digits.isEmpty() || digits.equals("0");
    return Matcher.quoteReplacement("CURRENT_TIMESTAMP" + (none ? "" : "(" + digits + ")"));
  }

  /** MySQL escapes it once more than a statement would; both may put it in brackets. */
  String expression(String shown) {
    var plain = dialect == Dialect.MYSQL ? unescaped(shown) : shown;
    return isWrapped(plain) ? plain.substring(1, plain.length() - 1) : plain;
  }

  private static String unescaped(String text) {
    return ESCAPE
        .matcher(text)
        .replaceAll(found -> Matcher.quoteReplacement(meant(found.group(1))));
  }

  private static String meant(String escaped) {
    return switch (escaped) {
      case "n" -> "\n";
      case "r" -> "\r";
      case "t" -> "\t";
      case "0" -> "\0";
      default -> escaped;
    };
  }

  /** Does the first bracket close at the end? */
  private static boolean isWrapped(String text) {
    if (!text.startsWith("(") || !text.endsWith(")")) return false;
    int depth = 0;
    char quote = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quote != 0) {
        if (c == '\\' && quote == '\'') i++;
        else if (c == quote) quote = 0;
      } else if (c == '\'' || c == '`' || c == '"') quote = c;
      else if (c == '(') depth++;
      else if (c == ')' && --depth == 0 && i < text.length() - 1) return false;
    }
    return true;
  }
}
