package dev.mdb.resource.sqlite;

import java.util.Collection;
import java.util.Locale;

/** Names as SQLite has them: it does not tell upper and lower case of ASCII apart. */
final class Names {
  private Names() {}

  static boolean same(String one, String other) {
    return key(one).equals(key(other));
  }

  static boolean contains(Collection<String> names, String name) {
    return names.stream().anyMatch(each -> same(each, name));
  }

  /** Equal for names that are the same. */
  static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  static String quote(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }
}
