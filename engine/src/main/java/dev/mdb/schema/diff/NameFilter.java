package dev.mdb.schema.diff;

import dev.mdb.error.Category;
import dev.mdb.error.MdbException;
import dev.mdb.error.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What is compared. A pattern is a name with {@code *} for any text and {@code ?} for one sign,
 * with its kind in front where it is no table: {@code audit_*}, {@code index:item.*_old}, {@code
 * sequence:*}. What belongs to a table is named with it, as {@code table.name}; a pattern without a
 * dot also fits the name alone.
 */
public record NameFilter(List<NamePattern> include, List<NamePattern> exclude) {
  public static final NameFilter ALL = new NameFilter(List.of(), List.of());

  /** What a pattern can be about. */
  public enum Kind {
    TABLE,
    INDEX,
    UNIQUE,
    FOREIGN_KEY,
    CHECK,
    SEQUENCE,
    ENUM;

    String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** One pattern, as it was written and as it is used. */
  public record NamePattern(String text, Kind kind, Pattern glob) {
    /** The reason why a text is none; empty = it is one. */
    public static Optional<String> fault(String text) {
      int colon = text.indexOf(':');
      if (colon >= 0 && kind(text.substring(0, colon)).isEmpty()) {
        return Optional.of(
            "'" + text.substring(0, colon) + "' in '" + text + "' is no kind: " + kinds());
      }
      var glob = text.substring(colon + 1);
      if (!glob.matches("[\\p{L}\\p{N}_$.*? -]+")) {
        return Optional.of(
            "'" + text + "' is no pattern: a name, with * for any text and ? for one sign");
      }
      return Optional.empty();
    }

    /**
     * @throws MdbException of category USAGE with the {@link #fault}
     */
    public static NamePattern parse(String text) {
      fault(text)
          .ifPresent(
              fault -> {
                throw new MdbException(Problem.of(Category.USAGE, "bad-pattern", fault));
              });
      int colon = text.indexOf(':');
      var kind = colon < 0 ? Kind.TABLE : kind(text.substring(0, colon)).orElseThrow();
      return new NamePattern(text, kind, regex(text.substring(colon + 1)));
    }

    private static Optional<Kind> kind(String text) {
      return List.of(Kind.values()).stream().filter(kind -> kind.text().equals(text)).findFirst();
    }

    private static String kinds() {
      return "there are "
          + List.of(Kind.values()).stream().map(Kind::text).collect(Collectors.joining(", "));
    }

    private static Pattern regex(String glob) {
      var regex = new StringBuilder();
      for (char c : glob.toCharArray()) {
        if (c == '*') regex.append(".*");
        else if (c == '?') regex.append('.');
        else regex.append(Pattern.quote(String.valueOf(c)));
      }
      return Pattern.compile(regex.toString());
    }

    private boolean fits(String name) {
      if (glob.matcher(name).matches()) return true;
      boolean isPlain = kind != Kind.TABLE && !text.contains(".");
      return isPlain && glob.matcher(name.substring(name.lastIndexOf('.') + 1)).matches();
    }
  }

  public NameFilter {
    include = List.copyOf(include);
    exclude = List.copyOf(exclude);
  }

  /**
   * @param include empty for a kind = all of it
   * @param exclude wins
   * @throws MdbException of category USAGE with every pattern that is none
   */
  public static NameFilter of(List<String> include, List<String> exclude) {
    var problems = new ArrayList<Problem>();
    var patterns = List.of(read(include, problems), read(exclude, problems));
    if (!problems.isEmpty()) throw new MdbException(problems);
    return new NameFilter(patterns.get(0), patterns.get(1));
  }

  private static List<NamePattern> read(List<String> texts, List<Problem> problems) {
    var patterns = new ArrayList<NamePattern>();
    for (var text : texts) {
      try {
        patterns.add(NamePattern.parse(text));
      } catch (MdbException e) {
        problems.addAll(e.problems());
      }
    }
    return patterns;
  }

  /**
   * @param name with the table in front, where it belongs to one
   */
  public boolean allows(Kind kind, String name) {
    var wanted = include.stream().filter(pattern -> pattern.kind() == kind).toList();
    return (wanted.isEmpty() || wanted.stream().anyMatch(pattern -> pattern.fits(name)))
        && exclude.stream().noneMatch(pattern -> pattern.kind() == kind && pattern.fits(name));
  }
}
