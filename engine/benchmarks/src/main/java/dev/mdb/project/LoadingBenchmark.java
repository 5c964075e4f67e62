package dev.mdb.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Opening a location: from its store, and by reading the headers of all scripts, with the store
 * written at the end. The first call of a process is {@code -bm ss}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class LoadingBenchmark {
  private static final String SCRIPT =
      """
      revision {
          id = "r%05d"
          message = "Create table %d"
          %s
          upgrade {
              createTable("t%d") {
                  primaryKey(integer("id").autoIncrement())
                  varchar("name", 200)
                  text("note").nullable()
              }
          }
          downgrade { dropTable("t%d") }
      }
      """;

  @Param({"1000", "10000"})
  public int scripts;

  private Path folder;
  private ScriptOptions options;

  @Setup
  public void write() throws IOException {
    folder = Files.createTempDirectory("mdb-loading");
    var versions = Files.createDirectory(folder.resolve("versions"));
    // Older than the clock's grain, or no store would vouch for it.
    var old = FileTime.from(Instant.now().minus(Duration.ofHours(1)));
    for (int i = 1; i <= scripts; i++) {
      var parent = i == 1 ? "" : "down(\"r%05d\")".formatted(i - 1);
      var file = versions.resolve("r%05d.migration.kts".formatted(i));
      Files.writeString(file, SCRIPT.formatted(i, i, parent, i, i));
      Files.setLastModifiedTime(file, old);
    }
    options = ScriptOptions.of(folder).environment(Map.of()).cache(folder.resolve("cache"));
    open();
  }

  @TearDown
  public void delete() throws IOException {
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
    }
  }

  @Benchmark
  public List<ScriptEntry> fromStore() {
    return open();
  }

  @Benchmark
  public List<ScriptEntry> fromScripts() throws IOException {
    for (var store : stores()) Files.delete(store);
    return open();
  }

  private List<Path> stores() throws IOException {
    try (var files = Files.walk(folder.resolve("cache"))) {
      return files.filter(Files::isRegularFile).toList();
    }
  }

  private List<ScriptEntry> open() {
    var index = ScriptIndex.open(List.of(Path.of("versions")), options, new NoCompiler());
    if (index.entries().size() != scripts) throw new IllegalStateException("" + index.problems());
    return index.entries();
  }

  /** All headers are plain. */
  private static final class NoCompiler implements ScriptCompiler {
    @Override
    public String fingerprint() {
      return "benchmark";
    }

    @Override
    public CompileResult compile(CompileRequest request) {
      throw new IllegalStateException("nothing is to be compiled");
    }
  }
}
