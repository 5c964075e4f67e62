package dev.mdb.project;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * URLs from outside the file: an option, {@code MDB_<RESOURCE>_URL}, or {@code MDB_URL} when there
 * is one resource only.
 */
public final class ResourceUrls {
  private static final String FOR_THE_ONLY_ONE = "MDB_URL";

  private final Map<String, String> options;
  private final Map<String, String> environment;

  /**
   * @param options by resource name
   */
  ResourceUrls(Map<String, String> options, Map<String, String> environment) {
    this.options = Map.copyOf(options);
    this.environment = environment;
  }

  /** {@code MDB_CLIENTDB_URL} for {@code clientdb}; what no variable can hold becomes {@code _}. */
  public static String variable(String resource) {
    return "MDB_" + resource.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_") + "_URL";
  }

  Optional<String> of(String resource, boolean isOnlyOne) {
    return Optional.ofNullable(options.get(resource))
        .or(() -> set(variable(resource)))
        .or(() -> isOnlyOne ? set(FOR_THE_ONLY_ONE) : Optional.empty());
  }

  /** Before it is known how many resources there are. */
  boolean mayGive(String resource) {
    return of(resource, true).isPresent();
  }

  private Optional<String> set(String variable) {
    return Optional.ofNullable(environment.get(variable)).filter(value -> !value.isBlank());
  }
}
