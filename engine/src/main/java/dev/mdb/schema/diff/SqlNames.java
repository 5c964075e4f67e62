package dev.mdb.schema.diff;

import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names of columns inside SQL expressions, as far as words can tell. */
final class SqlNames {
  /** What stands between quotes is no name; a doubled quote ends one string and begins the next. */
  private static final Pattern STRING = Pattern.compile("'[^']*'");

  private SqlNames() {}

  static boolean mentions(String expression, String name) {
    return word(name).matcher(STRING.matcher(expression).replaceAll("''")).find();
  }

  static String replace(String expression, String from, String to) {
    var replacement = Matcher.quoteReplacement(to);
    return outsideStrings(expression, part -> word(from).matcher(part).replaceAll(replacement));
  }

  private static String outsideStrings(String expression, UnaryOperator<String> change) {
    var result = new StringBuilder();
    int from = 0;
    var strings = STRING.matcher(expression);
    while (strings.find()) {
      result.append(change.apply(expression.substring(from, strings.start())));
      result.append(strings.group());
      from = strings.end();
    }
    return result.append(change.apply(expression.substring(from))).toString();
  }

  private static Pattern word(String name) {
    return Pattern.compile("(?<![\\w$])" + Pattern.quote(name) + "(?![\\w$])");
  }
}
