package dev.mdb.schema.diff;

import dev.mdb.schema.Check;
import dev.mdb.schema.ForeignKey;
import dev.mdb.schema.Index;
import dev.mdb.schema.Table;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Names that Exposed gives to what has none in a model. Whoever writes such a name himself asks for
 * nothing else.
 */
final class UsualNames {
  /** What PostgreSQL keeps of a name. */
  private static final int LONGEST = 63;

  private UsualNames() {}

  static Stream<String> in(Table table) {
    var bare = table.name().substring(table.name().lastIndexOf('.') + 1);
    var checks = Pattern.compile("check_" + Pattern.quote(bare) + "_\\d+");
    return Stream.of(
            table.foreignKeys().stream()
                .filter(key -> key.name().filter(of(bare, key)::equals).isPresent())
                .flatMap(key -> key.name().stream()),
            table.uniqueKeys().stream()
                .filter(key -> key.name().filter(of(bare, key.columns(), true)::equals).isPresent())
                .flatMap(key -> key.name().stream()),
            table.checks().stream()
                .map(Check::name)
                .flatMap(name -> name.filter(each -> checks.matcher(each).matches()).stream()),
            table.indexes().stream()
                .filter(each -> each.parts().stream().noneMatch(Index.Part::isExpression))
                .filter(
                    each -> each.name().equals(of(bare, TableDelta.columns(each), each.unique())))
                .map(Index::name))
        .flatMap(each -> each);
  }

  private static String of(String table, ForeignKey key) {
    var columns = String.join("_", key.columns());
    return cut("fk_" + table + "_" + columns + "__" + String.join("_", key.targetColumns()));
  }

  private static String of(String table, List<String> columns, boolean unique) {
    return cut(table + "_" + String.join("_", columns) + (unique ? "_unique" : ""));
  }

  private static String cut(String name) {
    return name.length() > LONGEST ? name.substring(0, LONGEST) : name;
  }
}
