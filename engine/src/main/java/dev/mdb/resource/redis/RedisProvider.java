package dev.mdb.resource.redis;

import dev.mdb.resource.Resource;
import dev.mdb.resource.ResourceProvider;
import dev.mdb.resource.ResourceSettings;
import java.util.Set;

/**
 * {@code redis://[user:password@]host[:port][/database]}, {@code rediss://} for TLS, several hosts
 * or {@code ?cluster=true} for a cluster. The client library is not touched before the first
 * connection: loading it takes longer than all else.
 */
public final class RedisProvider implements ResourceProvider {
  static final String KIND = "redis";

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Set<String> schemes() {
    return Set.of("redis", "rediss");
  }

  @Override
  public Resource create(ResourceSettings settings) {
    return new RedisResource(settings.name(), RedisAddress.of(settings), RedisKeys.of(settings));
  }
}
