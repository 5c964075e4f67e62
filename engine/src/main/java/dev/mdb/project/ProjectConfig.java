package dev.mdb.project;

import java.nio.file.Path;
import java.util.List;

/**
 * What {@code mdb.toml} says.
 *
 * @param file absolute
 * @param shownAs the file as messages name it
 * @param resources in the order of the file; never empty
 */
public record ProjectConfig(Path file, String shownAs, List<ResourceConfig> resources) {
  public ProjectConfig {
    resources = List.copyOf(resources);
  }

  /** Relative paths in the file start here. */
  public Path folder() {
    return file.getParent();
  }

  public List<String> resourceNames() {
    return resources.stream().map(ResourceConfig::name).toList();
  }
}
