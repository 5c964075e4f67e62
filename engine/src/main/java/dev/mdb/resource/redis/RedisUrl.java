package dev.mdb.resource.redis;

import dev.mdb.error.Category;
import dev.mdb.error.MdbException;
import dev.mdb.error.Problem;
import dev.mdb.resource.PercentCode;
import dev.mdb.resource.ResourceSettings;
import dev.mdb.resource.redis.RedisAddress.Host;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads {@code
 * redis[s]://[[user]:password@]host[:port][,host[:port]…][/database][?option=value&…]}.
 *
 * <p>What stands before the last {@code @} are the user and the password, with percent escapes; a
 * password that is not escaped works too, as long as it holds no percent escape. A single word
 * there is the user if a password is configured apart, else the default user's password, as Lettuce
 * reads it. Options: {@code cluster=true}, for a cluster of which only one node is named, and
 * {@code verify=false}, which accepts any certificate.
 */
final class RedisUrl {
  private static final Pattern HOST = Pattern.compile("(\\[([^\\]]+)]|[^:\\[\\]]+)(:(\\d{1,5}))?");
  private static final Pattern PLACE = Pattern.compile("([^/?]*)(?:/([^?]*))?(?:\\?(.*))?");
  private static final Set<String> OPTIONS = Set.of("cluster", "verify");

  private final ResourceSettings settings;

  RedisUrl(ResourceSettings settings) {
    this.settings = settings;
  }

  RedisAddress parse() {
    var url = settings.url();
    int start = url.indexOf("://");
    if (start < 0 || url.startsWith("jdbc:")) throw refused("is no redis:// url");
    var rest = url.substring(start + "://".length());
    int at = rest.lastIndexOf('@');
    var place = PLACE.matcher(rest.substring(at + 1));
    if (!place.matches()) throw refused("has a line break in it");
    boolean tls = url.substring(0, start).toLowerCase(Locale.ROOT).equals("rediss");
    return address(place, tls, Login.of(at < 0 ? "" : rest.substring(0, at), settings));
  }

  private RedisAddress address(Matcher place, boolean tls, Login login) {
    var hosts = Stream.of(place.group(1).split(",", -1)).map(this::host).toList();
    var options = options(place.group(3));
    boolean cluster = hosts.size() > 1 || flag(options, "cluster", false);
    int database = database(place.group(2));
    if (cluster && database > 0) throw refused("names a database: a cluster has only database 0");
    boolean verify = flag(options, "verify", true);
    return new RedisAddress(hosts, tls, verify, cluster, database, login.user(), login.password());
  }

  private Host host(String text) {
    var matcher = HOST.matcher(text);
    if (!matcher.matches()) throw refused("names no host where one should be");
    var name = matcher.group(2) == null ? matcher.group(1) : matcher.group(2);
    int port = matcher.group(4) == null ? RedisAddress.PORT : Integer.parseInt(matcher.group(4));
    if (port == 0 || port > 65_535) throw refused("has a port that does not exist");
    return new Host(name, port);
  }

  private int database(String path) {
    if (path == null || path.isEmpty()) return 0;
    if (path.matches("\\d{1,6}")) return Integer.parseInt(path);
    throw refused("names a database that is no number");
  }

  private Map<String, String> options(String query) {
    var options = new LinkedHashMap<String, String>();
    if (query == null || query.isEmpty()) return options;
    for (var pair : query.split("&")) {
      int equals = pair.indexOf('=');
      var name = equals < 0 ? pair : pair.substring(0, equals);
      if (!OPTIONS.contains(name)) {
        throw refused("has an unknown option; there are 'cluster' and 'verify'");
      }
      options.put(name, equals < 0 ? "true" : pair.substring(equals + 1));
    }
    return options;
  }

  private boolean flag(Map<String, String> options, String name, boolean otherwise) {
    return switch (options.getOrDefault(name, Boolean.toString(otherwise))) {
      case "true" -> true;
      case "false" -> false;
      default -> throw refused("has a value of '" + name + "' that is neither true nor false");
    };
  }

  /** Tells what is wrong without the URL, which may hold a password. */
  private MdbException refused(String what) {
    return new MdbException(
        Problem.of(
                Category.USAGE, "bad-url", "the url of resource '" + settings.name() + "' " + what)
            .inResource(settings.name())
            .help(
                "write redis://host:6379/0, rediss://user@host:6379/0 with the password apart, or"
                    + " redis://host1:6379,host2:6379/ for a cluster"));
  }

  private record Login(Optional<String> user, Optional<String> password) {
    static Login of(String text, ResourceSettings settings) {
      int colon = text.indexOf(':');
      boolean onlyPassword =
          colon < 0 && settings.password().isEmpty() && settings.user().isEmpty();
      var name = onlyPassword ? "" : colon < 0 ? text : text.substring(0, colon);
      var secret = onlyPassword ? text : colon < 0 ? "" : text.substring(colon + 1);
      return new Login(
          settings.user().or(() -> filled(PercentCode.decode(name))),
          settings.password().or(() -> filled(PercentCode.decode(secret))));
    }

    private static Optional<String> filled(String text) {
      return Optional.of(text).filter(some -> !some.isEmpty());
    }
  }
}
