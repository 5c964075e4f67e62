package dev.mdb.resource.mysql;

import dev.mdb.resource.Resource;
import dev.mdb.resource.ResourceProvider;
import dev.mdb.resource.ResourceSettings;
import java.util.Set;

/** {@code mysql://user@host:port/database} and {@code mariadb://user@host:port/database}. */
public final class MysqlProvider implements ResourceProvider {
  @Override
  public String kind() {
    return "mysql";
  }

  @Override
  public Set<String> schemes() {
    return Set.of("mysql", "mariadb");
  }

  @Override
  public Resource create(ResourceSettings settings) {
    return MysqlResource.of(settings);
  }
}
