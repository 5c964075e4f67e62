package dev.mdb.project;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/** A time as people write it: {@code 500ms}, {@code 5s}, {@code 2m}, {@code 1h}. */
public final class TimeSpan {
  /** For messages. */
  public static final String EXPECTED = "a duration like \"500ms\", \"5s\", \"2m\" or \"1h\"";

  private static final Pattern SPAN = Pattern.compile("(\\d{1,9})(ms|s|m|h)");

  private TimeSpan() {}

  public static Optional<Duration> parse(String text) {
    var match = SPAN.matcher(text);
    if (!match.matches()) return Optional.empty();
    long count = Long.parseLong(match.group(1));
    return Optional.of(
        switch (match.group(2)) {
          case "ms" -> Duration.ofMillis(count);
          case "s" -> Duration.ofSeconds(count);
          case "m" -> Duration.ofMinutes(count);
          default -> Duration.ofHours(count);
        });
  }
}
