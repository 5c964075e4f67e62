package dev.mdb.project;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** "Did you mean …": the known name that a mistyped one most likely stands for. */
public final class NearestName {
  private NearestName() {}

  /**
   * By Damerau and Levenshtein's distance, ignoring case; a candidate that is further away than a
   * third of the longer name is no suggestion. Ties go to the name that comes first.
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

  /** Swapped neighbours count as one mistake: they are the most common one. */
  private static int distance(String left, String right) {
    var a = left.toLowerCase(Locale.ROOT);
    var b = right.toLowerCase(Locale.ROOT);
    var table = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) table[i][0] = i;
    for (int j = 0; j <= b.length(); j++) table[0][j] = j;
    for (int i = 1; i <= a.length(); i++) {
      for (int j = 1; j <= b.length(); j++) {
        int replaced = table[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        table[i][j] = Math.min(replaced, 1 + Math.min(table[i - 1][j], table[i][j - 1]));
        if (isSwap(a, i, b, j)) table[i][j] = Math.min(table[i][j], table[i - 2][j - 2] + 1);
      }
    }
    return table[a.length()][b.length()];
  }

  private static boolean isSwap(String a, int i, String b, int j) {
    return i > 1
        && j > 1
        && a.charAt(i - 1) == b.charAt(j - 2)
        && a.charAt(i - 2) == b.charAt(j - 1);
  }
}
