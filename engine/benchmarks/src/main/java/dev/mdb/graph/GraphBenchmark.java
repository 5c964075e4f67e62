package dev.mdb.graph;

import java.util.List;
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
import org.openjdk.jmh.annotations.Warmup;

/**
 * Loading a graph, and planning all of it up and down. The first call of a process is {@code -bm
 * ss}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class GraphBenchmark {
  @Param({
    "line-25000", "line-50000", "line-100000",
    "bush-25000", "bush-50000", "bush-100000",
    "team-25000", "team-50000", "team-100000",
    "braid-100000", "comb-100000", "merges-5000"
  })
  public String shape;

  private List<Revision> revisions;
  private RevisionGraph graph;
  private Planner planner;
  private AppliedSet everything;

  @Setup
  public void draw() {
    int size = Integer.parseInt(shape.substring(shape.indexOf('-') + 1));
    revisions =
        switch (shape.substring(0, shape.indexOf('-'))) {
          case "line" -> Shapes.line(size);
          case "bush" -> Shapes.bush(size, 0.2, 0.05);
          case "team" -> Shapes.team(size, 0.2, 0.05);
          case "braid" -> Shapes.braid(size, 100, size / 5);
          case "comb" -> Shapes.comb(size);
          default -> Shapes.braid(size, 30, 914);
        };
    graph = load();
    planner = new Planner(graph);
    everything = AppliedSet.of(revisions.stream().map(Revision::id).toList());
  }

  @Benchmark
  public RevisionGraph load() {
    return RevisionGraph.load(revisions).graph();
  }

  @Benchmark
  public Plan upgradeAll() {
    return planner.upgrade(List.of(Target.heads()), AppliedSet.nothing());
  }

  @Benchmark
  public Plan downgradeAll() {
    return planner.downgrade(Target.base(), everything, false);
  }

  @Benchmark
  public Plan loadAndUpgradeAll() {
    return new Planner(load()).upgrade(List.of(Target.heads()), AppliedSet.nothing());
  }
}
