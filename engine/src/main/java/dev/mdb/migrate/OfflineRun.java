package dev.mdb.migrate;

import dev.mdb.error.MdbException;
import dev.mdb.error.Problem;
import dev.mdb.graph.Direction;
import dev.mdb.graph.Plan;
import dev.mdb.graph.Revision;
import dev.mdb.graph.StampPlan;
import dev.mdb.graph.Step;
import dev.mdb.operation.TransactionMode;
import dev.mdb.resource.LogAction;
import dev.mdb.resource.RunScript;
import dev.mdb.resource.RunScript.StateChange;
import dev.mdb.resource.RunScript.Unit;
import dev.mdb.resource.ScriptWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes a run down as a script for the engine's own client, in place of running it. Reaches no
 * resource, and the same request gives the same text.
 */
public final class OfflineRun {
  private final String tool;
  private final RunSettings settings;

  /**
   * @param tool name and version
   * @param settings the arguments of the blocks
   */
  public OfflineRun(String tool, RunSettings settings) {
    this.tool = tool;
    this.settings = settings;
  }

  /**
   * @throws MdbException with every step that cannot be written without a connection
   */
  public OfflineScript migrate(OfflineTask task, Plan plan) {
    task.scripts().prepare(plan.ids());
    try (var writer = task.resource().scriptWriter(new Replay(task, settings))) {
      var units = units(task, plan, new OfflineRecords(task, tool), writer);
      var done = plan.steps().stream().map(OfflineRun::done).toList();
      return script(task, plan.heads(), units, done, writer);
    }
  }

  /** The difference of a stamp, all in one transaction. */
  public OfflineScript stamp(OfflineTask task, StampPlan plan) {
    var records = new OfflineRecords(task, tool);
    var changes = new ArrayList<StateChange>();
    var done = new ArrayList<OfflineScript.Done>();
    for (var id : plan.forgotten()) {
      changes.add(records.removed(id, LogAction.UNSTAMP, changes.size() + 1, List.of()));
      done.add(new OfflineScript.Done(LogAction.UNSTAMP, revision(task, id)));
    }
    for (var id : plan.recorded()) {
      changes.add(records.added(id, LogAction.STAMP, changes.size() + 1, List.of()));
      done.add(new OfflineScript.Done(LogAction.STAMP, revision(task, id)));
    }
    var title =
        List.of("stamp: " + String.join(", ", changes.stream().map(OfflineRun::id).toList()));
    var units = new ArrayList<Unit>();
    if (!plan.isEmpty()) units.add(new Unit(title, true, List.of(), changes));
    try (var writer = task.resource().scriptWriter(new Replay(task, settings))) {
      return script(task, plan.heads(), units, done, writer);
    }
  }

  private static String id(StateChange change) {
    return (change.added().isPresent() ? "+" : "-") + change.entry().revision();
  }

  private static Revision revision(OfflineTask task, String id) {
    return task.graph().find(id).orElseThrow();
  }

  private static OfflineScript.Done done(Step step) {
    return new OfflineScript.Done(StepRecords.action(step.direction()), step.revision());
  }

  /** After one that fails the others are tried, so that all faults are told at once. */
  private List<Unit> units(
      OfflineTask task, Plan plan, OfflineRecords records, ScriptWriter writer) {
    var units = new ArrayList<Unit>();
    var problems = new ArrayList<Problem>();
    for (var step : plan.steps()) {
      try {
        units.add(unit(task, step, units.size() + 1, records, writer));
      } catch (RuntimeException failure) {
        var located =
            Failures.exception(task.name(), task.scripts(), step.revision().id(), failure);
        problems.addAll(located.problems());
      }
    }
    if (!problems.isEmpty()) throw new MdbException(problems);
    return units;
  }

  private Unit unit(
      OfflineTask task, Step step, int number, OfflineRecords records, ScriptWriter writer) {
    var id = step.revision().id();
    boolean up = step.direction() == Direction.UPGRADE;
    var definition = task.scripts().define(id);
    var context = new OfflineBlock(task, id, writer, settings);
    (up ? definition.upgrade() : definition.downgrade()).ifPresent(block -> block.run(context));
    var hashes = context.parts().stream().map(part -> part.hash()).toList();
    var change =
        up
            ? records.added(id, LogAction.UPGRADE, number, hashes)
            : records.removed(id, LogAction.DOWNGRADE, number, hashes);
    return new Unit(
        comments(step),
        definition.transaction() == TransactionMode.PER_REVISION,
        context.parts(),
        List.of(change));
  }

  private static List<String> comments(Step step) {
    var revision = step.revision();
    boolean up = step.direction() == Direction.UPGRADE;
    var comments = new ArrayList<String>();
    comments.add(
        (up ? "upgrade " : "downgrade ")
            + revision.id()
            + (revision.message().isBlank() ? "" : ", " + revision.message()));
    if (!up) return comments;
    for (var needed : CrossDependencies.across(revision)) {
      comments.add(
          "needs %s in resource %s first"
              .formatted(needed.name(), needed.resource().orElseThrow()));
    }
    return comments;
  }

  private OfflineScript script(
      OfflineTask task,
      List<String> to,
      List<Unit> units,
      List<OfflineScript.Done> done,
      ScriptWriter writer) {
    var from = task.graph().currentHeads(task.start());
    var comments = new ArrayList<String>();
    comments.add("%s, resource %s".formatted(tool, task.name()));
    comments.add("from %s to %s".formatted(places(from), places(to)));
    if (units.isEmpty()) comments.add("nothing to do");
    var text = writer.write(new RunScript(comments, task.start().ids(), units));
    return new OfflineScript(task.name(), text, from, to, done);
  }

  private static String places(List<String> heads) {
    return heads.isEmpty() ? "base" : String.join(", ", heads);
  }
}
