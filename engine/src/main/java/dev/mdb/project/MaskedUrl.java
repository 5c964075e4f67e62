package dev.mdb.project;

import java.util.regex.Pattern;

/** A URL as people may see it: without the password, wherever it stands. */
public final class MaskedUrl {
  private static final Pattern USER_INFO = Pattern.compile("(//[^/@:]*):[^/]*@");
  private static final Pattern PARAMETER =
      Pattern.compile("(?i)([?&;][^=&;]*(?:password|passwd|pwd|secret|token)[^=&;]*=)[^&;]*");

  private static final Pattern USER = Pattern.compile("[^/?#]*//[^/?#]*@.*|.*[?&;]user=.*");

  private MaskedUrl() {}

  /** Does it bring a user of its own, before an {@code @} or as a parameter? */
  static boolean namesUser(String url) {
    return USER.matcher(url).matches();
  }

  public static String of(String url) {
    var masked = USER_INFO.matcher(url).replaceAll("$1:***@");
    return PARAMETER.matcher(masked).replaceAll("$1***");
  }
}
