package dev.mdb.cli;

import dev.mdb.cli.launch.WorkerCompiler;
import dev.mdb.project.CompileRequest;
import dev.mdb.project.CompileResult;
import dev.mdb.project.ScriptCompiler;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Runs the usual commands once, in a project of its own, so that the JVM that watches can write
 * their classes into an archive; the compiler's archive it makes itself. Started by the launcher,
 * with its output thrown away.
 */
public final class Training {
  static final List<String> SCRIPTS = List.of("tables.migration.kts", "rows.migration.kts");

  private static final String[][] COMMANDS = {
    {"heads"},
    {"heads", "--json"},
    {"history", "-v"},
    {"history", "-r", "base:head", "-i"},
    {"branches"},
    {"show", "head"},
    {"plan", "upgrade", "heads", "--from", "base"},
    {"upgrade", "heads"},
    {"upgrade", "heads"},
    {"current"},
    {"status"},
    {"log"},
    {"verify"},
    {"plan", "downgrade", "-1"},
    {"downgrade", "-1"},
    {"upgrade", "heads", "--sql"},
    {"stamp", "heads"},
    {"downgrade", "base"},
    {"revision", "-m", "third"},
    // Nobody listens there: as far as the drivers come without a server.
    {"current", "--url", "postgresql://mdb:mdb@127.0.0.1:1/mdb"},
    {"current", "--url", "mariadb://mdb:mdb@127.0.0.1:1/mdb"},
    {"current", "--url", "redis://127.0.0.1:1/0"},
    {"heads", "--no-such-option"},
    {"show", "unknown"},
    {"--help"},
    {"upgrade", "--help"},
  };

  private Training() {}

  /** Takes the class path of the compiler and the folder of the archives. */
  public static void main(String[] arguments) throws IOException {
    // The one class that is not gone through here.
    System.out.println(Main.class);
    // What the launcher tells a command.
    System.setProperty("mdb.compiler.classpath", arguments[0]);
    System.setProperty("mdb.archives", arguments[1]);
    System.setProperty("mdb.toolkit", "training");
    loadDriverClasses();
    var folder = Files.createTempDirectory("mdb-training");
    try {
      var application = new Application(host(folder, arguments[0], Path.of(arguments[1])));
      application.run("init");
      for (var script : SCRIPTS) copy(script, folder.resolve("versions"));
      for (var command : COMMANDS) application.run(command);
    } finally {
      delete(folder);
    }
  }

  private static Host host(Path folder, String compilerPath, Path archives) {
    var nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    var real = SystemHost.create();
    return new Host(
        real.version(),
        nowhere,
        nowhere,
        false,
        false,
        Map.of("HOME", folder.toString()),
        folder,
        real.clock(),
        real.ids(),
        real.editor(),
        real.signals(),
        new ArchivingCompiler(
            new WorkerCompiler(compilerPath, Optional.empty(), Optional.empty()), archives));
  }

  /** Leaves an archive behind when it compiles for the first time. */
  private static final class ArchivingCompiler implements ScriptCompiler {
    private final WorkerCompiler worker;
    private final Path archives;
    private boolean archived;

    ArchivingCompiler(WorkerCompiler worker, Path archives) {
      this.worker = worker;
      this.archives = archives;
    }

    @Override
    public String fingerprint() {
      return worker.fingerprint();
    }

    @Override
    public CompileResult compile(CompileRequest request) {
      if (archived) return worker.compile(request);
      archived = true;
      return worker.compileForArchive(request, archives);
    }
  }

  /**
   * What the commands need on engines that are not there to be trained on; the list is written by
   * {@code cli/benchmarks/driver-classes}.
   */
  private static void loadDriverClasses() throws IOException {
    var loader = Training.class.getClassLoader();
    try (var list =
        new BufferedReader(
            new InputStreamReader(
                Training.class.getResourceAsStream("training/driver.classes"),
                StandardCharsets.UTF_8))) {
      for (String name; (name = list.readLine()) != null; ) {
        try {
          Class.forName(name, false, loader);
        } catch (ClassNotFoundException | LinkageError gone) {
          // Then the archive lacks it.
        }
      }
    }
  }

  static void copy(String script, Path folder) throws IOException {
    try (var text = Training.class.getResourceAsStream("training/" + script)) {
      Files.copy(text, folder.resolve(script));
    }
  }

  private static void delete(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
    }
  }
}
