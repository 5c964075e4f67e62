package dev.mdb.project;

import dev.mdb.error.Category;
import dev.mdb.error.Location;
import dev.mdb.error.MdbException;
import dev.mdb.error.Problem;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Reads {@code mdb.toml}. The top level has two tables: {@code [defaults]} and {@code
 * [resources.NAME]}; every other key stands in one of these. All faults of a file are reported at
 * once, each with line and column.
 */
public final class ConfigReader {
  private static final Pattern RESOURCE_NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_-]*");

  private final Path file;
  private final String shownAs;
  private final Predicate<String> hasUrlElsewhere;
  private final List<ConfigFault> faults = new ArrayList<>();

  private ConfigReader(Path file, String shownAs, Predicate<String> hasUrlElsewhere) {
    this.file = file;
    this.shownAs = shownAs;
    this.hasUrlElsewhere = hasUrlElsewhere;
  }

  /**
   * @param workingFolder messages name the file relative to it
   * @param hasUrlElsewhere does the resource of this name get its url from an option or the
   *     environment?
   * @throws MdbException with every fault
   */
  public static ProjectConfig read(
      Path file, Path workingFolder, Predicate<String> hasUrlElsewhere) {
    var absolute = workingFolder.resolve(file).toAbsolutePath().normalize();
    return new ConfigReader(absolute, shownAs(absolute, workingFolder), hasUrlElsewhere).read();
  }

  /** The file in a folder or the nearest one above it. */
  public static Path find(Path workingFolder) {
    for (var folder = workingFolder.toAbsolutePath().normalize(); folder != null; ) {
      var candidate = folder.resolve(ProjectFiles.CONFIG);
      if (Files.isRegularFile(candidate)) return candidate;
      folder = folder.getParent();
    }
    throw new MdbException(
        Problem.of(
                Category.USAGE,
                "no-config",
                "no " + ProjectFiles.CONFIG + " here or in any folder above")
            .help("'mdb init' starts a project; -c FILE names a configuration elsewhere"));
  }

  private static String shownAs(Path absolute, Path workingFolder) {
    var folder = workingFolder.toAbsolutePath().normalize();
    return absolute.startsWith(folder)
        ? folder.relativize(absolute).toString()
        : absolute.toString();
  }

  private ProjectConfig read() {
    var toml = new TomlText(text(), shownAs);
    var tree = toml.read();
    var resources = resources(tree);
    if (faults.isEmpty()) return new ProjectConfig(file, shownAs, resources);
    var positions = toml.positions();
    throw new MdbException(
        faults.stream().map(fault -> problem(fault, positions.nearest(fault.path()))).toList());
  }

  private static Problem problem(ConfigFault fault, Location at) {
    var problem = Problem.of(Category.USAGE, fault.code(), fault.message()).at(at);
    return fault.help().map(problem::help).orElse(problem);
  }

  private String text() {
    try {
      return Files.readString(file);
    } catch (MalformedInputException e) {
      throw unreadable("is not UTF-8");
    } catch (IOException e) {
      throw unreadable(Files.exists(file) ? "cannot be read" : "does not exist");
    }
  }

  private MdbException unreadable(String why) {
    return new MdbException(
        Problem.of(Category.USAGE, "no-config", "the configuration " + why)
            .at(new Location(shownAs, 0, 0)));
  }

  private List<ResourceConfig> resources(Map<String, Object> tree) {
    tree.keySet().stream().filter(key -> !isTopLevel(key)).forEach(this::misplaced);
    var defaults = table(List.of("defaults"), tree.getOrDefault("defaults", Map.of()));
    defaults.check(faults::add);
    var list = new ArrayList<ResourceConfig>();
    table(List.of("resources"), tree.getOrDefault("resources", Map.of()))
        .forEach((name, value) -> list.add(resource(name, value, defaults)));
    if (list.isEmpty())
      report(List.of(), "no-resource", "no resource", "add [resources.NAME] with a url");
    return list;
  }

  private static boolean isTopLevel(String key) {
    return key.equals("defaults") || key.equals("resources");
  }

  private void misplaced(String key) {
    if (ConfigKey.names().contains(key)) {
      report(
          List.of(key),
          "misplaced-key",
          "'" + key + "' stands outside of a table",
          "put it in [defaults] or in [resources.NAME]");
    } else {
      faults.add(ConfigTable.unknownKey(List.of(key), List.of("defaults", "resources")));
    }
  }

  private void missingUrl(String name) {
    report(
        List.of("resources", name),
        "missing-url",
        "resource '" + name + "' has no url",
        "url = \"sqlite:"
            + name
            + ".db\", or url = \"${env:NAME}\", or "
            + ResourceUrls.variable(name)
            + " in the environment");
  }

  private ConfigTable table(List<String> path, Object value) {
    if (value instanceof Map<?, ?> map) return new ConfigTable(path, map);
    var name = String.join(".", path);
    report(
        path,
        "bad-value",
        "'" + name + "' is a table, not " + ConfigType.kindOf(value),
        "[" + name + "]");
    return new ConfigTable(path, Map.of());
  }

  private ResourceConfig resource(String name, Object value, ConfigTable defaults) {
    var path = List.of("resources", name);
    if (!RESOURCE_NAME.matcher(name).matches()) {
      report(
          path,
          "bad-name",
          "'" + name + "' is no name for a resource",
          "letters, digits, _ and -, a letter first");
    }
    var own = table(path, value);
    own.check(faults::add);
    var hasUrl = own.has(ConfigKey.URL) || defaults.has(ConfigKey.URL);
    if (value instanceof Map && !hasUrl && !hasUrlElsewhere.test(name)) missingUrl(name);
    return new ResourceBuilder(own, defaults, file.getParent()).build(name, faults::add);
  }

  private void report(List<String> path, String code, String message, String help) {
    faults.add(new ConfigFault(path, code, message, Optional.of(help)));
  }
}
