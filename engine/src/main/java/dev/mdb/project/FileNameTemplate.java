package dev.mdb.project;

import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * {@code file_template}: the name of a new script without its suffix. Alembic's tokens, in braces.
 *
 * @param text checked: only known tokens, at least one of {@code {id}}, {@code {rev}}, {@code
 *     {slug}}
 */
public record FileNameTemplate(String text) {
  /** {@code 2026_11_21_0930-ab12cd34ef56_create_posts}. */
  public static final FileNameTemplate DEFAULT =
      new FileNameTemplate("{year}_{month}_{day}_{hour}{minute}-{id}_{slug}");

  private static final Pattern TOKEN = Pattern.compile("\\{([^{}]*)}");
  private static final List<String> TOKENS =
      List.of("id", "rev", "slug", "year", "month", "day", "hour", "minute", "second", "epoch");

  /** Why a text cannot be a template; empty = it can. The first reason is enough. */
  static List<String> faults(String text) {
    var names = TOKEN.matcher(text).results().map(match -> match.group(1)).toList();
    var unknown = names.stream().filter(name -> !TOKENS.contains(name)).findFirst();
    if (unknown.isPresent()) {
      return List.of("unknown token '{" + unknown.get() + "}', there are " + knownTokens());
    }
    if (TOKEN.matcher(text).replaceAll("").chars().anyMatch(FileNameTemplate::isNoGood)) {
      return List.of("a brace or a character that is no good in file names");
    }
    if (names.stream().noneMatch(List.of("id", "rev", "slug")::contains)) {
      return List.of("needs {id} or {slug}, or all files would have one name");
    }
    return List.of();
  }

  private static boolean isNoGood(int character) {
    return character < ' ' || "{}\\:*?\"<>|\u007f".indexOf(character) >= 0;
  }

  static List<String> tokens() {
    return TOKENS;
  }

  /** A template with folders in it makes files below the location. */
  boolean hasFolders() {
    return text.indexOf('/') >= 0;
  }

  /**
   * @param slug from {@link Slug}
   * @param created in the time zone of the project
   * @return the name without {@code .migration.kts}
   */
  public String fileName(String id, String slug, ZonedDateTime created) {
    var values =
        Map.of(
            "id", id,
            "rev", id,
            "slug", slug,
            "year", digits(4, created.getYear()),
            "month", digits(2, created.getMonthValue()),
            "day", digits(2, created.getDayOfMonth()),
            "hour", digits(2, created.getHour()),
            "minute", digits(2, created.getMinute()),
            "second", digits(2, created.getSecond()),
            "epoch", Long.toString(created.toEpochSecond()));
    return TOKEN
        .matcher(text)
        .replaceAll(match -> Matcher.quoteReplacement(values.get(match.group(1))));
  }

  private static String digits(int width, int number) {
    return String.format(Locale.ROOT, "%0" + width + "d", number);
  }

  private static String knownTokens() {
    return TOKENS.stream().map(name -> "{" + name + "}").collect(Collectors.joining(", "));
  }
}
