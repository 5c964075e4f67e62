package dev.mdb;

import dev.mdb.error.MdbException;
import dev.mdb.error.Problem;
import dev.mdb.migrate.Cancellation;
import dev.mdb.migrate.MigrationListener;
import dev.mdb.migrate.RunSettings;
import dev.mdb.project.Login;
import dev.mdb.project.Project;
import dev.mdb.project.ProjectSetup;
import dev.mdb.project.ScriptCompiler;
import dev.mdb.resource.RunOwner;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** What a program says beside {@code mdb.toml}. Every method returns the builder itself. */
public final class MdbBuilder {
  private final Path config;
  private final Map<String, String> urls = new LinkedHashMap<>();
  private final Map<String, Login> logins = new LinkedHashMap<>();
  private final Map<String, String> arguments = new LinkedHashMap<>();
  private Map<String, String> environment = System.getenv();
  private Optional<Path> cache = Optional.empty();
  private Optional<String> tag = Optional.empty();
  private Optional<Duration> lockWait = Optional.empty();
  private MigrationListener listener = MigrationListener.silent();
  private Cancellation cancellation = new Cancellation();
  private Consumer<Problem> notices = notice -> {};

  MdbBuilder(Path config) {
    this.config = config;
  }

  /** Connect there, whatever the file and the environment say. */
  public MdbBuilder url(String resource, String url) {
    urls.put(resource, url);
    return this;
  }

  /** In place of {@code user} and {@code password} of the file: data, never parsed or printed. */
  public MdbBuilder login(String resource, String user, String password) {
    logins.put(resource, new Login(user, password));
    return this;
  }

  /** An argument for the scripts: {@code args["NAME"]}, as by {@code -x NAME=VALUE}. */
  public MdbBuilder argument(String name, String value) {
    arguments.put(name, value);
    return this;
  }

  /** A word for the runs, for the scripts and in the log: a line of 1 to 60 letters. */
  public MdbBuilder tag(String text) {
    tag = Optional.of(text);
    return this;
  }

  /** Is told what a run does, in the thread that runs. */
  public MdbBuilder listener(MigrationListener told) {
    listener = told;
    return this;
  }

  /** Takes what is no fault but should be known, from any thread: that a store is not used. */
  public MdbBuilder notices(Consumer<Problem> told) {
    notices = told;
    return this;
  }

  /** Stops runs between operations, from another thread. */
  public MdbBuilder cancellation(Cancellation asked) {
    cancellation = asked;
    return this;
  }

  /** How long to wait for another run to end, instead of as configured; zero = not at all. */
  public MdbBuilder lockWait(Duration atMost) {
    lockWait = Optional.of(atMost);
    return this;
  }

  /** Variables in place of those of this process. */
  public MdbBuilder environment(Map<String, String> variables) {
    environment = Map.copyOf(variables);
    return this;
  }

  /** Folder of compiled scripts, whatever the file says: what {@code mdb compile --output} made. */
  public MdbBuilder cache(Path folder) {
    cache = Optional.of(folder.toAbsolutePath());
    return this;
  }

  /**
   * @throws MdbException with every fault of the configuration, or when something was said of a
   *     resource that it does not have
   */
  public Mdb open() {
    var settings = new RunSettings(arguments, Duration.ZERO, tag, cancellation);
    var owner = RunOwner.ofProcess(environment, "mdb " + version(), tag);
    var runs = new RunMaker(owner, settings, lockWait, listener);
    var setup =
        new ProjectSetup(
            Optional.of(config),
            urls,
            logins,
            environment,
            Path.of("").toAbsolutePath(),
            cache,
            ScriptCompiler.embedded(),
            notices);
    var project = Project.open(setup);
    urls.keySet().forEach(project::resource);
    logins.keySet().forEach(project::resource);
    return new Mdb(project, runs);
  }

  /** From the manifest of the engine's jar. */
  private static String version() {
    return Optional.ofNullable(Mdb.class.getPackage().getImplementationVersion())
        .orElse("(unpacked)");
  }
}
