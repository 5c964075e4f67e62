package dev.mdb.cli.report;

import java.time.Duration;
import java.util.Locale;

/** Times as people read them: {@code 118 ms}, {@code 4.2 s}, {@code 3 min 12 s}. */
public final class TimeText {
  private static final long MILLIS_PER_SECOND = 1_000;
  private static final long SECONDS_PER_MINUTE = 60;
  private static final long MILLIS_PER_TENTH = 100;
  private static final double TENTHS_PER_SECOND = 10;
  private static final long MINUTES_PER_HOUR = 60;

  private TimeText() {}

  /** Of something that is over. */
  public static String of(Duration time) {
    if (time.toMillis() < MILLIS_PER_SECOND) return time.toMillis() + " ms";
    long tenths = Math.round(time.toMillis() / (double) MILLIS_PER_TENTH);
    double seconds = tenths / TENTHS_PER_SECOND;
    if (seconds < SECONDS_PER_MINUTE) return String.format(Locale.ROOT, "%.1f s", seconds);
    return inSeconds(Duration.ofMillis(tenths * MILLIS_PER_TENTH));
  }

  /** Of something that goes on. */
  public static String inSeconds(Duration time) {
    long seconds = time.toSeconds();
    if (seconds < SECONDS_PER_MINUTE) return seconds + " s";
    long minutes = seconds / SECONDS_PER_MINUTE;
    if (minutes < MINUTES_PER_HOUR) return minutes + " min " + seconds % SECONDS_PER_MINUTE + " s";
    return minutes / MINUTES_PER_HOUR + " h " + minutes % MINUTES_PER_HOUR + " min";
  }
}
