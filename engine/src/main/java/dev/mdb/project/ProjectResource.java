package dev.mdb.project;

import dev.mdb.error.Category;
import dev.mdb.error.MdbException;
import dev.mdb.error.Problem;
import dev.mdb.graph.Fault;
import dev.mdb.graph.GraphLoad;
import dev.mdb.graph.RevisionGraph;
import dev.mdb.resource.Access;
import dev.mdb.resource.AppliedRevision;
import dev.mdb.resource.Resource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One resource of a project. Its scripts are read at the first question about them, and once. For
 * one thread.
 */
public final class ProjectResource {
  private final ResourceConfig config;
  private final ProjectConfig project;
  private final Connector connector;
  private final ProjectSetup setup;
  private ScriptIndex scripts;
  private GraphLoad graph;
  private Optional<Path> toCome = Optional.empty();

  ProjectResource(
      ResourceConfig config, ProjectConfig project, Connector connector, ProjectSetup setup) {
    this.config = config;
    this.project = project;
    this.connector = connector;
    this.setup = setup;
  }

  public String name() {
    return config.name();
  }

  public ResourceConfig config() {
    return config;
  }

  /**
   * For those who write a script: the location that it goes to comes into being with its first
   * script. To be said before the first question about scripts.
   *
   * @param folder that was asked for; empty = the only location
   */
  public void writesInto(Optional<Path> folder) {
    var wanted = folder.map(each -> each.toAbsolutePath().normalize());
    var locations = config.locations();
    if (wanted.isEmpty() && locations.size() > 1) return;
    toCome =
        locations.stream()
            .filter(place -> wanted.map(each -> each.startsWith(place)).orElse(true))
            .filter(place -> Files.notExists(place))
            .findFirst();
  }

  /**
   * @throws MdbException when a location is no folder
   */
  public ScriptIndex scripts() {
    if (scripts == null) {
      var locations = new ArrayList<>(config.locations());
      toCome.ifPresent(locations::remove);
      checkAll(locations);
      scripts = ScriptIndex.open(locations, options(), setup.compiler());
    }
    return scripts;
  }

  /**
   * Compiles the models that are not compiled yet.
   *
   * @throws MdbException when none are configured, or with everything that is wrong with them
   */
  public ModelClasses models() {
    if (config.models().isEmpty()) throw new MdbException(noModels());
    try {
      var entries = ModelEntries.of(config.models(), project.folder(), config.classpath());
      return ModelClasses.open(entries, options(), setup.compiler());
    } catch (MdbException e) {
      throw new MdbException(e.problems().stream().map(this::inModels).toList());
    }
  }

  /** The folders and files of {@link #models}, absolute, whether they are there yet or not. */
  public List<Path> modelPlaces() {
    return ModelEntries.places(config.models(), project.folder(), config.classpath());
  }

  /** Relative paths of the configuration start here. */
  public Path folder() {
    return project.folder();
  }

  private Problem inModels(Problem problem) {
    var named = problem.inResource(name());
    boolean isOfConfiguration = problem.at().isEmpty() && problem.category() == Category.USAGE;
    return isOfConfiguration ? named.at(project.locate(name(), "models")) : named;
  }

  private Problem noModels() {
    var message = "resource '" + name() + "' has no models";
    return Problem.of(Category.USAGE, "no-models", message)
        .at(project.locate(name(), "models"))
        .inResource(name())
        .help(
            "write models = [\"models\"] below [resources."
                + name()
                + "], and Exposed tables there");
  }

  void close() {
    if (scripts != null) scripts.close();
  }

  private ScriptOptions options() {
    return new ScriptOptions(
        setup.workingFolder(),
        project.folder(),
        config.recursive(),
        config.classpath(),
        setup.cache().or(config::cache),
        setup.environment(),
        setup.notices());
  }

  private void checkAll(List<Path> locations) {
    var missing = locations.stream().filter(folder -> !Files.isDirectory(folder)).toList();
    if (missing.isEmpty()) return;
    var at = project.locate(name(), "locations");
    throw new MdbException(missing.stream().map(folder -> missingLocation(folder).at(at)).toList());
  }

  private Problem missingLocation(Path folder) {
    var base = setup.workingFolder();
    var shown = folder.startsWith(base) ? base.relativize(folder) : folder;
    var message = "resource '" + name() + "' has its scripts in " + shown + ", which is no folder";
    return Problem.of(Category.USAGE, "no-location", message)
        .inResource(name())
        .help("create the folder, or correct locations");
  }

  /** The sound part of the scripts, and the faults of their graph. */
  public GraphLoad load() {
    if (graph == null) {
      graph = RevisionGraph.load(scripts().entries().stream().map(ScriptEntry::header).toList());
    }
    return graph;
  }

  public RevisionGraph graph() {
    return load().graph();
  }

  /** Every fault of the scripts and their graph; empty = all is sound. */
  public List<Problem> problems() {
    var problems = new ArrayList<>(scripts().problems());
    load().faults().stream().map(Fault::problem).forEach(problems::add);
    return problems.stream().map(problem -> problem.inResource(name())).toList();
  }

  /**
   * For those who act: the whole graph or nothing.
   *
   * @throws MdbException with all {@link #problems}
   */
  public RevisionGraph soundGraph() {
    var problems = problems();
    if (problems.isEmpty()) return graph();
    throw new MdbException(problems);
  }

  /**
   * Fills in the secrets; reaches nothing yet.
   *
   * @throws MdbException of category USAGE when a secret cannot be had or no kind of resource has
   *     the URL's scheme
   */
  public Resource open() {
    return connector.open(config);
  }

  /** For those who will connect, but first read scripts: the driver is loaded meanwhile. */
  public void warmUp() {
    var thread = new Thread(this::loadDriver, "driver");
    thread.setDaemon(true);
    thread.start();
  }

  private void loadDriver() {
    try {
      offline().warmUp();
    } catch (RuntimeException | LinkageError later) {
      // Whoever connects is told.
    }
  }

  /**
   * For those who only write scripts: secrets are not asked for, and it is never to be connected
   * to.
   *
   * @throws MdbException of category USAGE when there is no URL, or no kind of resource has its
   *     scheme
   */
  public Resource offline() {
    return connector.outline(config);
  }

  /** What the database says is applied, in the order it was applied; creates nothing. */
  public List<AppliedRevision> readApplied() {
    try (var session = open().connect(Access.READ)) {
      return session.state().applied();
    }
  }
}
