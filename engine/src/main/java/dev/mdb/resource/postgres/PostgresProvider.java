package dev.mdb.resource.postgres;

import dev.mdb.resource.Resource;
import dev.mdb.resource.ResourceProvider;
import dev.mdb.resource.ResourceSettings;
import java.util.Set;

/** {@code postgresql://user@host:port/database}. */
public final class PostgresProvider implements ResourceProvider {
  @Override
  public String kind() {
    return "postgresql";
  }

  @Override
  public Set<String> schemes() {
    return Set.of("postgresql", "postgres");
  }

  @Override
  public Resource create(ResourceSettings settings) {
    return PostgresResource.of(settings);
  }
}
