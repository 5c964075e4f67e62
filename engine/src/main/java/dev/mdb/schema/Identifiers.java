package dev.mdb.schema;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Names as a dialect writes them: quoted only where they have to be. */
final class Identifiers {
  private final Pattern plain;
  private final String quote;
  private final Set<String> reserved;

  Identifiers(Dialect dialect) {
    // PostgreSQL folds what is not quoted to lower case; the others keep its case.
    plain =
        Pattern.compile(
            dialect == Dialect.POSTGRESQL ? "[a-z_][a-z0-9_$]*" : "[A-Za-z_][A-Za-z0-9_$]*");
    quote = dialect == Dialect.MYSQL || dialect == Dialect.MARIADB ? "`" : "\"";
    reserved = ReservedWords.of(dialect);
  }

  /** A single name; a dot in it is a part of it. */
  String quote(String name) {
    if (plain.matcher(name).matches() && !reserved.contains(name.toLowerCase(Locale.ROOT))) {
      return name;
    }
    return quote + name.replace(quote, quote + quote) + quote;
  }

  /** {@code name} or {@code schema.name}. */
  String name(String qualified) {
    return Arrays.stream(qualified.split("\\.", -1))
        .map(this::quote)
        .collect(Collectors.joining("."));
  }

  /** The name without its schema. */
  static String bare(String qualified) {
    return qualified.substring(qualified.lastIndexOf('.') + 1);
  }

  /** {@code schema.} or nothing. */
  static String schemaOf(String qualified) {
    return qualified.substring(0, qualified.lastIndexOf('.') + 1);
  }

  /** The name in the schema of the table, unless it names a schema itself. */
  static String beside(String table, String name) {
    return name.indexOf('.') < 0 ? schemaOf(table) + name : name;
  }
}
