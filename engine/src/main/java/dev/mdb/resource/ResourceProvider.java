package dev.mdb.resource;

import java.util.Set;

/** A kind of resource; one that is not of mdb is registered for {@link java.util.ServiceLoader}. */
public interface ResourceProvider {
  String kind();

  /** URL schemes without {@code jdbc:}, in lower case. */
  Set<String> schemes();

  /**
   * @throws dev.mdb.error.MdbException of category USAGE for a URL of the wrong shape
   */
  Resource create(ResourceSettings settings);
}
