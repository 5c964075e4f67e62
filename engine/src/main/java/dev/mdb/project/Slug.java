package dev.mdb.project;

import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A message as part of a file name, by Alembic's rules. */
public final class Slug {
  private static final Pattern WORD = Pattern.compile("\\w+", Pattern.UNICODE_CHARACTER_CLASS);

  private Slug() {}

  /**
   * Words joined by {@code _}, in lower case. One that is too long is cut at the last whole word
   * and ends in {@code _}.
   *
   * @param limit in characters, before that {@code _}
   */
  public static String of(String message, int limit) {
    var slug =
        WORD.matcher(message)
            .results()
            .map(MatchResult::group)
            .collect(Collectors.joining("_"))
            .toLowerCase(Locale.ROOT);
    if (slug.length() <= limit) return slug;
    var cut = slug.substring(0, limit);
    int lastWord = cut.lastIndexOf('_');
    return (lastWord < 0 ? cut : cut.substring(0, lastWord)) + "_";
  }
}
