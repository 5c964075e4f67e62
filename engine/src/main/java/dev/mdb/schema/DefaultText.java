package dev.mdb.schema;

import java.util.regex.Pattern;

/**
 * A default value. MySQL, MariaDB and SQLite take a literal or the time as it is, and any other
 * expression between brackets; PostgreSQL takes all as they are.
 */
final class DefaultText {
  private static final String NUMBER = "[+-]?\\s*(?:\\d+(?:\\.\\d*)?|\\.\\d+)(?:e[+-]?\\d+)?";
  private static final String TEXT = "'[^']*+(?:''[^']*+)*+'";
  private static final String TEXT_WITH_ESCAPES = "'[^'\\\\]*+(?:(?:''|\\\\.)[^'\\\\]*+)*+'";

  private static final Pattern MYSQL_LITERAL =
      pattern(
          "null|true|false|0x[0-9a-f]+|" + NUMBER + "|(?:_\\w+\\s*|n|b|x)?" + TEXT_WITH_ESCAPES);
  private static final Pattern SQLITE_LITERAL =
      pattern("null|true|false|0x[0-9a-f]+|" + NUMBER + "|x?" + TEXT);
  private static final Pattern MYSQL_NOW =
      pattern("(?:current_timestamp|now|localtime|localtimestamp)(?:\\(\\s*\\d*\\s*\\))?");
  private static final Pattern SQLITE_NOW = pattern("current_(?:time|date|timestamp)");
  private static final Pattern ON_UPDATE =
      pattern("(.*?)\\s*\\b(on\\s+update\\s+\\w+(?:\\(\\s*\\d*\\s*\\))?)");

  /** Types whose default MySQL takes only as an expression. */
  private static final Pattern WITHOUT_LITERALS =
      pattern(
          "(?:(?:tiny|medium|long)?(?:text|blob)|json|geometry|point|linestring|polygon|"
              + "multi\\w+|geometrycollection|geomcollection|vector)\\b.*");

  private DefaultText() {}

  /** With a space in front and the word {@code DEFAULT}; empty when there is none. */
  static String of(Dialect dialect, Column column) {
    return column.defaultValue().map(it -> " " + clause(dialect, column.type(), it)).orElse("");
  }

  private static String clause(Dialect dialect, String type, String text) {
    return switch (dialect) {
      case POSTGRESQL -> "DEFAULT " + text;
      case SQLITE -> "DEFAULT " + (isConstant(text) || isSqliteNow(text) ? text : bracketed(text));
      case MYSQL, MARIADB -> mysql(dialect, type, text);
    };
  }

  private static String mysql(Dialect dialect, String type, String text) {
    var update = ON_UPDATE.matcher(text);
    if (!update.matches()) return "DEFAULT " + mysqlValue(dialect, type, text);
    if (update.group(1).isEmpty()) return update.group(2);
    return "DEFAULT " + mysqlValue(dialect, type, update.group(1)) + " " + update.group(2);
  }

  private static String mysqlValue(Dialect dialect, String type, String text) {
    if (MYSQL_NOW.matcher(text).matches()) return text;
    var asItIs =
        MYSQL_LITERAL.matcher(text).matches()
            && (dialect == Dialect.MARIADB
                || text.equalsIgnoreCase("null")
                || !WITHOUT_LITERALS.matcher(type).matches());
    return asItIs ? text : bracketed(text);
  }

  /** Is it a literal for SQLite, the same whenever it is looked at? */
  static boolean isConstant(String text) {
    return SQLITE_LITERAL.matcher(text).matches();
  }

  private static boolean isSqliteNow(String text) {
    return SQLITE_NOW.matcher(text).matches();
  }

  private static String bracketed(String expression) {
    return "(" + expression + ")";
  }

  private static Pattern pattern(String regex) {
    return Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  }
}
