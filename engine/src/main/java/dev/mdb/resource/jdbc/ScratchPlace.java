package dev.mdb.resource.jdbc;

import java.util.Collection;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A schema of the database and the one that stands for it.
 *
 * @param written its name as the server writes it
 * @param scratchWritten the other's name as the server writes it
 * @param current names of the current schema are bare
 * @param known finds {@code real.} in a text where the name of a thing follows that is created in
 *     the scratch schema; of others, it may as well be a column of a table
 */
record ScratchPlace(
    String real,
    String written,
    String scratch,
    String scratchWritten,
    boolean current,
    Optional<Pattern> known) {
  /** The name, bare or in quotes of any dialect. */
  private static final String ANY_QUOTES = "(?:\"%1$s\"|`%1$s`|%1$s(?![\\w$]))";

  static Optional<Pattern> known(String real, boolean current, Collection<String> things) {
    var names =
        things.stream()
            .filter(name -> current ? name.indexOf('.') < 0 : name.startsWith(real + "."))
            .map(name -> Pattern.quote(name.substring(name.indexOf('.') + 1)))
            .collect(Collectors.joining("|"));
    if (names.isEmpty()) return Optional.empty();
    var schema = ANY_QUOTES.formatted(Pattern.quote(real));
    var thing = ANY_QUOTES.formatted("(?:" + names + ")");
    return Optional.of(Pattern.compile("(?<![\\w\"`.$])" + schema + "\\.(?=" + thing + ")"));
  }

  String nameThere(String name) {
    return name.startsWith(real + ".") ? prefix(scratch) + rest(name, real) : name;
  }

  String nameHere(String name) {
    return name.startsWith(scratch + ".") ? prefix(real) + rest(name, scratch) : name;
  }

  String textThere(String text) {
    var there = Matcher.quoteReplacement(scratchWritten + ".");
    return known.map(pattern -> pattern.matcher(text).replaceAll(there)).orElse(text);
  }

  String textHere(String text) {
    return text.replace(scratchWritten + ".", prefix(written)).replace(scratch + ".", prefix(real));
  }

  private String prefix(String schema) {
    return current ? "" : schema + ".";
  }

  private static String rest(String name, String schema) {
    return name.substring(schema.length() + 1);
  }
}
