package dev.mdb.project;

import dev.mdb.error.Category;
import dev.mdb.error.MdbException;
import dev.mdb.error.Problem;
import java.util.List;
import java.util.Optional;

/**
 * The way in: a configuration with its resources. Opening reads {@code mdb.toml} and nothing else;
 * scripts are read and databases reached when somebody asks for them. For one thread.
 */
public final class Project implements AutoCloseable {
  private final ProjectConfig config;
  private final List<ProjectResource> resources;

  private Project(ProjectConfig config, List<ProjectResource> resources) {
    this.config = config;
    this.resources = resources;
  }

  /**
   * @throws MdbException of category USAGE with every fault of the configuration
   */
  public static Project open(ProjectSetup setup) {
    var urls = new ResourceUrls(setup.urls(), setup.environment());
    var file = setup.config().orElseGet(() -> ConfigReader.find(setup.workingFolder()));
    var config = ConfigReader.read(file, setup.workingFolder(), urls::mayGive);
    var connector = new Connector(config, urls, setup);
    return new Project(
        config,
        config.resources().stream()
            .map(each -> new ProjectResource(each, config, connector, setup))
            .toList());
  }

  public ProjectConfig config() {
    return config;
  }

  /** In the order of the file. */
  public List<ProjectResource> resources() {
    return resources;
  }

  public Optional<ProjectResource> find(String name) {
    return resources.stream().filter(each -> each.name().equals(name)).findFirst();
  }

  /**
   * @throws MdbException of category USAGE when there is none of this name
   */
  public ProjectResource resource(String name) {
    return find(name).orElseThrow(() -> unknown(name));
  }

  /**
   * @param names empty = all
   * @return in the order of the file
   */
  public List<ProjectResource> select(List<String> names) {
    names.forEach(this::resource);
    if (names.isEmpty()) return resources;
    return resources.stream().filter(each -> names.contains(each.name())).toList();
  }

  /** Gives back what was opened for scripts; connections are closed by whoever opened them. */
  @Override
  public void close() {
    resources.forEach(ProjectResource::close);
  }

  private MdbException unknown(String name) {
    var known = config.resourceNames();
    return new MdbException(
        Problem.of(Category.USAGE, "unknown-resource", "unknown resource '" + name + "'")
            .help(
                NearestName.question(name, known)
                    .orElse(config.shownAs() + " has " + String.join(", ", known)))
            .with("known", known));
  }
}
