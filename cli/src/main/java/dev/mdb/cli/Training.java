package dev.mdb.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;

/**
 * Runs the usual commands once, in a project of its own, so that the JVM that watches can write
 * their classes into an archive. Started by the launcher, with its output thrown away.
 */
public final class Training {
  private static final String[][] COMMANDS = {
    {"init"},
    {"revision", "-m", "first", "--rev-id", "first", "--branch-label", "TRAINING"},
    {"revision", "-m", "second", "--depends-on", "first"},
    {"heads"},
    {"heads", "--json"},
    {"history", "-v"},
    {"history", "-r", "base:head", "-i"},
    {"branches"},
    {"show", "head"},
    {"plan", "upgrade", "heads", "--from", "base"},
    {"upgrade", "heads"},
    {"current"},
    {"plan", "downgrade", "-1"},
    {"downgrade", "-1"},
    {"stamp", "heads"},
    {"heads", "--no-such-option"},
    {"show", "unknown"},
    {"--help"},
  };

  private Training() {}

  public static void main(String[] arguments) throws IOException {
    // The one class that is not gone through here.
    System.out.println(Main.class);
    var folder = Files.createTempDirectory("mdb-training");
    try {
      var application = new Application(host(folder));
      for (var command : COMMANDS) application.run(command);
    } finally {
      delete(folder);
    }
  }

  private static Host host(Path folder) {
    var nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    var real = SystemHost.create();
    return new Host(
        real.version(),
        nowhere,
        nowhere,
        false,
        Map.of("XDG_CACHE_HOME", folder.resolve("cache").toString()),
        folder,
        real.clock(),
        real.ids(),
        real.editor(),
        real.compiler());
  }

  private static void delete(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
    }
  }
}
