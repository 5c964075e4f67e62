package dev.mdb.resource.sqlite;

import dev.mdb.resource.Resource;
import dev.mdb.resource.ResourceProvider;
import dev.mdb.resource.ResourceSettings;
import java.util.Set;

/** {@code sqlite:path/to/file.db}. */
public final class SqliteProvider implements ResourceProvider {
  @Override
  public String kind() {
    return "sqlite";
  }

  @Override
  public Set<String> schemes() {
    return Set.of("sqlite");
  }

  @Override
  public Resource create(ResourceSettings settings) {
    return SqliteResource.of(settings);
  }
}
