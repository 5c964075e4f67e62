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
          "ARRAY\\[(%1$s::character varying(?:, %1$s::character varying)*)]::text\\[]"
              .formatted(LITERAL));

  private static final Pattern LITERAL_AND_CAST =
      Pattern.compile("(B?%s)::(.+)".formatted(LITERAL), Pattern.DOTALL);
  private static final Pattern NULL = Pattern.compile("NULL(::.*)?", Pattern.DOTALL);

  /** Negative and large numbers are printed as texts. */
  private static final Pattern NUMBER = Pattern.compile("'(-?\\d+(?:\\.\\d+)?)'");

  private static final Pattern NUMERIC =
      Pattern.compile("smallint|integer|bigint|numeric|real|double precision");
  private static final Pattern LENGTH = Pattern.compile("\\([0-9, ]+\\)");

  private PostgresText() {}

  /** The text that creating and reading it again does not change. */
  static String settled(String expression) {
    return CAST_ARRAY
        .matcher(expression.strip())
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
    if (!found.matches()) return Optional.of(settled(expression));
    var literal = found.group(1);
    var cast = found.group(2);
    var number = NUMBER.matcher(literal);
    if (number.matches() && isNumeric(type) && isNumeric(cast)) return Optional.of(number.group(1));
    return Optional.of(isTypeOf(cast, type) ? literal : settled(expression));
  }

  private static boolean isNumeric(String type) {
    return NUMERIC.matcher(LENGTH.matcher(type).replaceAll("")).matches();
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

  /** An expression that the server prints in brackets, or as the call of a function. */
  static String unwrapped(String expression) {
    boolean wrapped = expression.startsWith("(") && expression.endsWith(")");
    return wrapped ? expression.substring(1, expression.length() - 1) : expression;
  }

  static String query(String definition) {
    return settled(definition).replaceFirst(";$", "");
  }
}
