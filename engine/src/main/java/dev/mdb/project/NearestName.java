package dev.mdb.project;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** "Did you mean …": the known name that a mistyped one most likely stands for. */
public final class NearestName {
  private NearestName() {}

  /**
   * By Levenshtein distance, ignoring case; a candidate that is further away than a third of the
   * longer name is no suggestion. Ties go to the name that comes first.
   */
  public static Optional<String> of(String name, Collection<String> known) {
    return known.stream()
        .filter(candidate -> isNear(name, candidate))
        .min(Comparator.comparingInt(candidate -> distance(name, candidate)));
  }

  /** {@code did you mean 'x'?}, when there is one. */
  public static Optional<String> question(String name, Collection<String> known) {
    return of(name, known).map(nearest -> "did you mean '" + nearest + "'?");
  }

  private static boolean isNear(String name, String candidate) {
    return distance(name, candidate)
        <= Math.max(1, Math.max(name.length(), candidate.length()) * 2 / 5);
  }

  private static int distance(String left, String right) {
    var a = left.toLowerCase(java.util.Locale.ROOT);
    var b = right.toLowerCase(java.util.Locale.ROOT);
    var row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) row[j] = j;
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
