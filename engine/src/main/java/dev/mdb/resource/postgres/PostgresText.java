package dev.mdb.resource.postgres;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Texts as PostgreSQL prints them from its catalogs, brought to one form. */
final class PostgresText {
  private static final String LITERAL = "(?:E?'(?:[^'\\\\]|''|\\\\.)*')";

  /**
   * {@code x IN ('a', 'b')} on a varchar is printed with a cast of the whole array. From that text
   * the server makes one with a cast of each element: only that one stays as it is.
   */
  private static final Pattern CAST_ARRAY =
      Pattern.compile(
          "\\(?ARRAY\\[(%1$s::character varying(?:, %1$s::character varying)*)](\\))?::text\\[]"
              .formatted(LITERAL));

  private static final Pattern LITERAL_AND_CAST =
      Pattern.compile("(B?%s)::(.+)".formatted(LITERAL), Pattern.DOTALL);
  private static final Pattern NULL = Pattern.compile("NULL(::.*)?", Pattern.DOTALL);
  private static final Pattern NUMBER = Pattern.compile("'(-\\d+(?:\\.\\d+)?)'");
  private static final Pattern NUMERIC =
      Pattern.compile("smallint|integer|bigint|numeric|real|double precision");
  private static final Pattern LENGTH = Pattern.compile("\\([0-9, ]+\\)");

  private PostgresText() {}

  /** The text that creating and reading it again does not change. */
  static String settled(String expression) {
    return CAST_ARRAY
        .matcher(expression)
        .replaceAll(
            found ->
                Matcher.quoteReplacement(
                    "ARRAY["
                        + found
                            .group(1)
                            .replaceAll("(%s::character varying)".formatted(LITERAL), "$1::text")
                        + "]"));
  }

  /** Without a cast to the column's own type; empty for null, which is no default. */
  static Optional<String> defaultValue(String expression, String type) {
    if (NULL.matcher(expression).matches()) return Optional.empty();
    var found = LITERAL_AND_CAST.matcher(expression);
    if (!found.matches() || !isTypeOf(found.group(2), type)) {
      return Optional.of(settled(expression));
    }
    return Optional.of(number(found.group(1), type));
  }

  private static boolean isTypeOf(String cast, String type) {
    var plain = LENGTH.matcher(type).replaceAll("");
    return cast.equals(type) || cast.equals(plain) || cast.equals(internalName(plain));
  }

  private static String internalName(String type) {
    return switch (type) {
      case "character" -> "bpchar";
      case "bit" -> "\"bit\"";
      default -> type;
    };
  }

  /** Negative numbers are printed as texts. */
  private static String number(String literal, String type) {
    var found = NUMBER.matcher(literal);
    boolean plain = found.matches() && NUMERIC.matcher(LENGTH.matcher(type).replaceAll("")).matches();
    return plain ? found.group(1) : literal;
  }

  /** An expression that the server prints in brackets, or as the call of a function. */
  static String unwrapped(String expression) {
    boolean wrapped = expression.startsWith("(") && expression.endsWith(")");
    return wrapped ? expression.substring(1, expression.length() - 1) : expression;
  }

  static String query(String definition) {
    return definition.strip().replaceFirst(";$", "");
  }
}
