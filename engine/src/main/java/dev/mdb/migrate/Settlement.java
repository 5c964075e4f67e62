package dev.mdb.migrate;

import dev.mdb.graph.Revision;
import dev.mdb.graph.RevisionGraph;
import dev.mdb.project.RevisionScripts;
import dev.mdb.project.author.RecordedScript;
import dev.mdb.resource.AppliedRevision;
import dev.mdb.resource.LogAction;
import dev.mdb.resource.LogOutcome;
import dev.mdb.resource.Session;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a squash changes in the state of a resource: the rows of a run that is there as a whole
 * become the one row of the revision that replaces it, and rows that name one of them name the new
 * one. Written before the first step of the next run; nothing of it runs a block.
 *
 * @param before the rows as they are, in the order they were applied
 * @param after the rows as they should be
 * @param settled revisions that count as applied by rows of others
 */
record Settlement(
    List<AppliedRevision> before, List<AppliedRevision> after, List<Revision> settled) {
  static Settlement of(List<AppliedRevision> rows, RevisionGraph graph, RevisionScripts scripts) {
    var applied = AppliedSets.of(rows);
    var settled =
        graph.revisions().stream()
            .filter(revision -> revision.replaces().stream().anyMatch(applied::contains))
            .filter(revision -> graph.isApplied(revision, applied))
            .toList();
    if (settled.isEmpty()) return new Settlement(rows, rows, settled);
    return new Settlement(rows, new Rows(rows, settled, graph, scripts).after(), settled);
  }

  boolean isEmpty() {
    return settled.isEmpty();
  }

  /** All or nothing, in a run of its own in the log. */
  void write(Session session, Run during) {
    var run = Run.start(during.settings(), during.owner(), during.clock(), during.listener());
    var state = session.state();
    int same = unchanged();
    state.prepare();
    session.begin();
    before.subList(same, before.size()).forEach(row -> state.remove(row.id()));
    after.subList(same, after.size()).forEach(state::add);
    log(session, new StepRecords(run));
    session.commit();
  }

  /** The order of the rows is that of their writing, so all from the first change on are new. */
  private int unchanged() {
    int same = 0;
    while (same < after.size() && before.get(same).equals(after.get(same))) same++;
    return same;
  }

  private void log(Session session, StepRecords records) {
    int number = 0;
    for (var row : before) {
      if (isIn(after, row.id())) continue;
      session.state().append(records.entry(row.id(), LogAction.UNSTAMP, ++number, LogOutcome.DONE));
    }
    for (var row : after) {
      if (isIn(before, row.id())) continue;
      session.state().append(records.entry(row.id(), LogAction.STAMP, ++number, LogOutcome.DONE));
    }
  }

  private static boolean isIn(List<AppliedRevision> rows, String id) {
    return rows.stream().anyMatch(row -> row.id().equals(id));
  }

  /** Makes the new rows from the old ones. */
  private record Rows(
      List<AppliedRevision> before,
      List<Revision> settled,
      RevisionGraph graph,
      RevisionScripts scripts) {
    List<AppliedRevision> after() {
      var after = new ArrayList<AppliedRevision>();
      for (var row : before) {
        var replacing = settled.stream().filter(each -> each.replaces().contains(row.id()));
        replacing
            .findFirst()
            .map(revision -> inPlaceOf(row, revision))
            .orElseGet(() -> Optional.of(redirected(row)))
            .ifPresent(after::add);
      }
      return after;
    }

    /** The new row stands where the last of the old ones stood, and tells its time. */
    private Optional<AppliedRevision> inPlaceOf(AppliedRevision row, Revision revision) {
      if (isIn(before, revision.id())) return Optional.empty();
      var old = before.stream().filter(each -> revision.replaces().contains(each.id())).toList();
      if (!old.get(old.size() - 1).equals(row)) return Optional.empty();
      var took = old.stream().map(AppliedRevision::took).reduce(Duration.ZERO, Duration::plus);
      return scripts
          .entry(revision.id())
          .map(script -> StepRecords.row(script, row.at(), row.by(), took));
    }

    private AppliedRevision redirected(AppliedRevision row) {
      return scripts
          .entry(row.id())
          .filter(script -> !script.hash().equals(row.scriptHash()))
          .filter(script -> RecordedScript.isUnchanged(script, row, graph))
          .map(script -> StepRecords.row(script, row.at(), row.by(), row.took()))
          .orElse(row);
    }
  }
}
