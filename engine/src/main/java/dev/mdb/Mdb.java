package dev.mdb;

import dev.mdb.error.MdbException;
import dev.mdb.error.Problem;
import dev.mdb.graph.Target;
import dev.mdb.migrate.MigrationFailed;
import dev.mdb.migrate.MigrationTasks;
import dev.mdb.migrate.ResourceStatus;
import dev.mdb.migrate.RunReport;
import dev.mdb.project.Project;
import dev.mdb.project.ResourceChoice;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/**
 * A project with its resources, for programs that migrate by themselves: what the command line
 * does, without the command line.
 *
 * <pre>{@code
 * try (var mdb = Mdb.open(Path.of("mdb.toml"))) {
 *   mdb.upgrade("heads");
 * }
 * }</pre>
 *
 * <p>Opening reads {@code mdb.toml}; scripts are read at the first question about them, and once.
 * Connections are opened for a question or a run, and closed after it. An instance may be used by
 * several threads, which take turns; any number of instances may work at the same time. Nothing is
 * printed and nothing is logged: a {@linkplain MdbBuilder#listener listener} is told what happens.
 *
 * <p>Every method throws {@link MdbException}, which carries {@link Problem}s, when it cannot do
 * what it says.
 */
public final class Mdb implements AutoCloseable {
  private final Project project;
  private final RunMaker runs;
  private boolean closed;

  Mdb(Project project, RunMaker runs) {
    this.project = project;
    this.runs = runs;
  }

  /**
   * Everything as the file says.
   *
   * @param config {@code mdb.toml} or another name
   * @throws MdbException with every fault of the configuration
   */
  public static Mdb open(Path config) {
    return at(config).open();
  }

  /** To say what the file does not: addresses, arguments, a listener. */
  public static MdbBuilder at(Path config) {
    return new MdbBuilder(config);
  }

  /** In the order of the file. */
  public List<MdbResource> resources() {
    return exclusively(
        () -> project.resources().stream().map(each -> new MdbResource(each, this)).toList());
  }

  /**
   * @throws MdbException when the configuration has none of this name
   */
  public MdbResource resource(String name) {
    return exclusively(() -> new MdbResource(project.resource(name), this));
  }

  /**
   * Applies everything up to the targets in all resources that have them, with what those depend on
   * in others: one plan, all locks before the first change.
   *
   * @param targets {@code heads}, {@code head}, {@code LABEL@head}, an id, {@code +1}, …
   * @throws MigrationFailed when a step failed, with the report of what had been done by then
   */
  public RunReport upgrade(String... targets) {
    return exclusively(() -> upgrade(List.of(), targets));
  }

  /**
   * Takes back what stands on the target, in all resources that have it.
   *
   * @param target the revision that stays, {@code base}, {@code LABEL@base}, {@code -1}, …
   * @throws MigrationFailed when a step failed, with the report of what had been done by then
   */
  public RunReport downgrade(String target) {
    return exclusively(() -> downgrade(List.of(), target, false));
  }

  /** How all resources stand; one that cannot be reached hides no other. */
  public List<ResourceStatus> status() {
    return resources().stream().map(MdbResource::status).toList();
  }

  /** Gives back what was opened for the scripts. To close again does nothing. */
  @Override
  public synchronized void close() {
    closed = true;
    project.close();
  }

  /**
   * @param names empty = all resources
   */
  RunReport upgrade(List<String> names, String... targets) {
    var selected = ResourceChoice.toConnect(project, names);
    return runs.migrate(MigrationTasks.upgrade(project, selected, parse(targets)));
  }

  RunReport downgrade(List<String> names, String target, boolean cascade) {
    var selected = ResourceChoice.toConnect(project, names);
    return runs.migrate(MigrationTasks.downgrade(project, selected, Target.parse(target), cascade));
  }

  RunMaker runs() {
    return runs;
  }

  static List<Target> parse(String... targets) {
    return Arrays.stream(targets).map(Target::parse).toList();
  }

  /** One thread at a time. */
  synchronized <T> T exclusively(Supplier<T> work) {
    if (closed) throw new IllegalStateException("this Mdb is closed");
    return work.get();
  }
}
