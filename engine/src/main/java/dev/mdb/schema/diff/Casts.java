package dev.mdb.schema.diff;

import dev.mdb.schema.Column;
import dev.mdb.schema.Dialect;
import java.util.List;
import java.util.Optional;

/**
 * Which changes of a type PostgreSQL does only when it is told how: those for which it has no
 * assignment cast, see its manual on {@code pg_cast}.
 */
final class Casts {
  private static final List<String> TEXT =
      List.of("varchar", "character", "text", "char", "bpchar");
  private static final List<String> NUMBER =
      List.of("smallint", "integer", "bigint", "numeric", "decimal", "real", "double");
  private static final List<String> TIME = List.of("date", "timestamp", "timestamptz");

  private Casts() {}

  /** The expression for {@code USING}; empty where none is needed. */
  static Optional<String> using(Column from, Column to, Dialect dialect) {
    if (dialect != Dialect.POSTGRESQL || isAssignable(from.type(), to.type())) {
      return Optional.empty();
    }
    var name = isPlain(from.name()) ? from.name() : "\"" + from.name().replace("\"", "\"\"") + "\"";
    return Optional.of(name + "::" + to.type());
  }

  static boolean isAssignable(String from, String to) {
    if (from.equals(to)) return true;
    if (isArray(from) && isArray(to)) return isAssignable(element(from), element(to));
    if (isArray(from) || isArray(to)) return false;
    return family(to) == TEXT || isSameFamily(from, to);
  }

  /** Can values of the two be compared, as a foreign key does? */
  static boolean isSameFamily(String from, String to) {
    return family(from).equals(family(to));
  }

  private static boolean isArray(String type) {
    return type.endsWith("[]");
  }

  private static String element(String type) {
    return type.substring(0, type.length() - 2);
  }

  private static List<String> family(String type) {
    var base = base(type);
    if (TEXT.contains(base)) return TEXT;
    if (NUMBER.contains(base)) return NUMBER;
    return TIME.contains(base) ? TIME : List.of(base);
  }

  /** {@code timestamp} of {@code timestamp(3) without time zone}. */
  private static String base(String type) {
    return type.split("[( ]", 2)[0];
  }

  private static boolean isPlain(String name) {
    return name.matches("[a-z_][a-z0-9_]*");
  }
}
