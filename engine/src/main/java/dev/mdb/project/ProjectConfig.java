package dev.mdb.project;

import dev.mdb.error.Location;
import dev.mdb.error.MdbException;
import java.io.IOException;
import java.nio.file.Files;
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

  /**
   * Where a key of a resource stands, or the resource itself when the key is absent. Reads the file
   * again.
   */
  public Location locate(String resource, String key) {
    try {
      return TomlPositions.parse(Files.readString(file), shownAs)
          .of(
              List.of("resources", resource, key),
              List.of("defaults", key),
              List.of("resources", resource));
    } catch (IOException | MdbException e) {
      // It could be read a moment ago: the place is a comfort, not the message.
      return new Location(shownAs, 0, 0);
    }
  }

  public List<String> resourceNames() {
    return resources.stream().map(ResourceConfig::name).toList();
  }
}
