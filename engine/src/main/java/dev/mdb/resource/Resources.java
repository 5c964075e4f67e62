package dev.mdb.resource;

import dev.mdb.error.Category;
import dev.mdb.error.MdbException;
import dev.mdb.error.Problem;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;

/** Finds the kind of a resource by the scheme of its URL. */
public final class Resources {
  /**
   * mdb's own, by name: to ask {@link ServiceLoader} opens every jar of the class path (20 ms), and
   * this package knows none of them.
   */
  private static final List<String> OWN =
      List.of(
          "dev.mdb.resource.sqlite.SqliteProvider",
          "dev.mdb.resource.postgres.PostgresProvider",
          "dev.mdb.resource.mysql.MysqlProvider",
          "dev.mdb.resource.redis.RedisProvider");

  private Resources() {}

  /**
   * @throws MdbException of category USAGE when no kind has the scheme
   */
  public static Resource create(ResourceSettings settings) {
    var scheme = scheme(settings.url());
    var known = new TreeSet<String>();
    return find(scheme, known).orElseThrow(() -> unknown(settings, scheme, known)).create(settings);
  }

  /**
   * Each is loaded only when those before it do not have the scheme.
   *
   * @param known takes the schemes that were met on the way
   */
  private static Optional<ResourceProvider> find(String scheme, Set<String> known) {
    for (var className : OWN) {
      var provider = provider(className);
      if (has(provider, scheme, known)) return Optional.of(provider);
    }
    var loader = Resources.class.getClassLoader();
    for (var provider : ServiceLoader.load(ResourceProvider.class, loader)) {
      if (has(provider, scheme, known)) return Optional.of(provider);
    }
    return Optional.empty();
  }

  private static boolean has(ResourceProvider provider, String scheme, Set<String> known) {
    known.addAll(provider.schemes());
    return provider.schemes().contains(scheme);
  }

  private static MdbException unknown(ResourceSettings settings, String scheme, Set<String> known) {
    return new MdbException(
        Problem.of(
                Category.USAGE,
                "unknown-kind",
                scheme.isEmpty()
                    ? "the url of resource '" + settings.name() + "' has no scheme"
                    : "no kind of resource has the url scheme '" + scheme + ":'")
            .inResource(settings.name())
            .help("write the url as one of " + String.join(":, ", known) + ":")
            .with("known", List.copyOf(known)));
  }

  private static ResourceProvider provider(String className) {
    try {
      return (ResourceProvider) Class.forName(className).getConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String scheme(String url) {
    var plain = url.startsWith("jdbc:") ? url.substring("jdbc:".length()) : url;
    int colon = plain.indexOf(':');
    return colon < 0 ? "" : plain.substring(0, colon).toLowerCase(Locale.ROOT);
  }
}
