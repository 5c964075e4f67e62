package dev.mdb.project.author;

import java.util.List;
import java.util.regex.Pattern;

/** Names by patterns, in which {@code *} stands for any text. */
final class NameFilter {
  private final List<Pattern> include;
  private final List<Pattern> exclude;

  /**
   * @param include empty = all
   */
  NameFilter(List<String> include, List<String> exclude) {
    this.include = include.stream().map(NameFilter::pattern).toList();
    this.exclude = exclude.stream().map(NameFilter::pattern).toList();
  }

  private static Pattern pattern(String text) {
    return Pattern.compile("\\Q" + text.replace("*", "\\E.*\\Q") + "\\E", Pattern.DOTALL);
  }

  boolean takes(String name) {
    boolean included =
        include.isEmpty() || include.stream().anyMatch(p -> p.matcher(name).matches());
    return included && exclude.stream().noneMatch(p -> p.matcher(name).matches());
  }
}
