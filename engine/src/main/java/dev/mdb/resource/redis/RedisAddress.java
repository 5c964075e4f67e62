package dev.mdb.resource.redis;

import dev.mdb.resource.ResourceSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where a Redis is and as whom to go there.
 *
 * @param hosts one; for a cluster some of its nodes
 * @param verify whether the certificate must be valid for the host; only with {@code tls}
 * @param database 0 on a cluster
 * @param user of the access list; empty for the default user
 */
record RedisAddress(
    List<Host> hosts,
    boolean tls,
    boolean verify,
    boolean cluster,
    int database,
    Optional<String> user,
    Optional<String> password) {
  static final int PORT = 6379;

  /** A name or an address; an IPv6 address without its brackets. */
  record Host(String name, int port) {
    @Override
    public String toString() {
      return (name.contains(":") ? "[" + name + "]" : name) + ":" + port;
    }
  }

  RedisAddress {
    hosts = List.copyOf(hosts);
  }

  /**
   * @throws dev.mdb.error.MdbException of category USAGE for a URL of the wrong shape
   */
  static RedisAddress of(ResourceSettings settings) {
    return new RedisUrl(settings).parse();
  }

  /** The URL for people: user, hosts and database, never a password. */
  String masked() {
    var text = new StringBuilder(tls ? "rediss://" : "redis://");
    user.ifPresent(name -> text.append(name).append('@'));
    text.append(String.join(",", hosts.stream().map(Host::toString).toList()));
    var options = new ArrayList<String>();
    if (cluster && hosts.size() == 1) options.add("cluster=true");
    if (!verify) options.add("verify=false");
    text.append(cluster ? "/" : "/" + database);
    return options.isEmpty() ? text.toString() : text + "?" + String.join("&", options);
  }

  @Override
  public String toString() {
    return masked();
  }
}
