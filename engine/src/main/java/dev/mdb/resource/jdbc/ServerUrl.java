package dev.mdb.resource.jdbc;

import dev.mdb.error.Category;
import dev.mdb.error.MdbException;
import dev.mdb.error.Problem;
import dev.mdb.resource.PercentCode;
import dev.mdb.resource.ResourceSettings;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The URL of a database server, in the plain form or in the JDBC form: {@code
 * scheme://user:password@host:port/database?name=value}. The JDBC form may have user and password
 * among the parameters. All parts are percent-decoded, except the hosts.
 *
 * @param hosts {@code host:port}, several joined by commas
 * @param parameters without user and password
 */
public record ServerUrl(
    String scheme,
    Optional<String> user,
    Optional<String> password,
    String hosts,
    String database,
    Map<String, String> parameters) {
  private static final Pattern SHAPE =
      Pattern.compile(
          "(?s)(?i:jdbc:)?(?<scheme>[A-Za-z]+):(//(?<authority>[^/?]*)/?)?"
              + "(?<database>[^/?@]*)(\\?(?<parameters>.*))?");
  private static final Pattern HOSTS =
      Pattern.compile("(\\[[0-9A-Fa-f:.%]+]|[^:\\[\\]]+)?(:[0-9]{1,5})?");
  private static final Pattern SECRET = Pattern.compile("(?i).*(pass|pwd|secret|token|key).*");

  public ServerUrl {
    parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
  }

  /**
   * @throws MdbException of category USAGE, without any part of the URL, because a misplaced sign
   *     in a password makes any part of it look like another
   */
  public static ServerUrl of(ResourceSettings settings) {
    var match = SHAPE.matcher(settings.url());
    if (!match.matches()) throw refused(settings, "has not the shape of a server's address");
    var authority = Optional.ofNullable(match.group("authority")).orElse("");
    int at = authority.lastIndexOf('@');
    var hosts = authority.substring(at + 1);
    if (!areHosts(hosts)) throw refused(settings, "names no host");
    if (match.group("database").isEmpty()) throw refused(settings, "names no database");
    var parameters = parameters(match.group("parameters"));
    var login = at < 0 ? new String[0] : authority.substring(0, at).split(":", 2);
    return new ServerUrl(
        match.group("scheme").toLowerCase(Locale.ROOT),
        taken(login, 0, parameters.remove("user")),
        taken(login, 1, parameters.remove("password")),
        hosts.isEmpty() ? "localhost" : hosts,
        PercentCode.decode(match.group("database")),
        parameters);
  }

  private static boolean areHosts(String hosts) {
    return Pattern.compile(",")
        .splitAsStream(hosts)
        .allMatch(host -> HOSTS.matcher(host).matches());
  }

  private static Optional<String> taken(String[] login, int index, String parameter) {
    if (login.length > index && !login[index].isEmpty()) {
      return Optional.of(PercentCode.decode(login[index]));
    }
    return Optional.ofNullable(parameter);
  }

  private static Map<String, String> parameters(String query) {
    var found = new LinkedHashMap<String, String>();
    for (var pair : Optional.ofNullable(query).orElse("").split("&")) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        found.put(
            PercentCode.decode(pair.substring(0, equals)),
            PercentCode.decode(pair.substring(equals + 1)));
      }
    }
    return found;
  }

  private static MdbException refused(ResourceSettings settings, String what) {
    return new MdbException(
        Problem.of(
                Category.USAGE, "bad-url", "the url of resource '" + settings.name() + "' " + what)
            .inResource(settings.name())
            .help(
                "write scheme://user@host:port/database; a password with special signs stands best"
                    + " apart, as 'password', or percent-encoded"));
  }

  /** For people: without the password, and with secret parameters left out. */
  public String masked() {
    var login = user.map(name -> PercentCode.encode(name) + "@").orElse("");
    var shown =
        parameters.entrySet().stream()
            .map(
                e ->
                    e.getKey()
                        + "="
                        + (SECRET.matcher(e.getKey()).matches() ? "***" : e.getValue()))
            .collect(Collectors.joining("&"));
    return scheme + "://" + login + hosts + "/" + database + (shown.isEmpty() ? "" : "?" + shown);
  }

  /** For the driver: hosts and database, nothing else. */
  public String jdbc(String driverScheme) {
    return "jdbc:" + driverScheme + "://" + hosts + "/" + PercentCode.encode(database);
  }

  /** {@link #masked}, because a URL may be printed by mistake. */
  @Override
  public String toString() {
    return masked();
  }
}
