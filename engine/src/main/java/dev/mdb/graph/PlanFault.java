package dev.mdb.graph;

import static dev.mdb.error.Category.GRAPH;

import dev.mdb.error.Problem;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A request whose target is clear, and that the planner refuses before anything runs. */
public sealed interface PlanFault extends Fault {

  /**
   * A downgrade of one branch would take revisions of others along.
   *
   * @param outside ids by the branch that they are on (a label, or the id of the line's base),
   *     newest first
   */
  record NeedsCascade(String target, String branch, Map<String, List<String>> outside)
      implements PlanFault {
    public NeedsCascade {
      outside = Collections.unmodifiableMap(new LinkedHashMap<>(outside));
    }

    @Override
    public Problem problem() {
      var lines =
          outside.entrySet().stream()
              .map(line -> line.getKey() + " (" + Text.quoted(line.getValue()) + ")")
              .collect(Collectors.joining(", "));
      var message =
          "revisions on other branches stand on what '" + target + "' takes away: " + lines;
      return Problem.of(GRAPH, "needs-cascade", message)
          .help("downgrade those first, or take them along: mdb downgrade --cascade " + target)
          .with("target", target)
          .with("branch", branch)
          .with("outside", outside);
    }
  }

  /** Revisions in the way of a downgrade that cannot be taken back; newest first. */
  record NotReversible(List<Revision> revisions) implements PlanFault {
    public NotReversible {
      revisions = List.copyOf(revisions);
    }

    @Override
    public Problem problem() {
      var reasons =
          revisions.stream()
              .map(revision -> "'" + revision.id() + "' " + reason(revision.downgrade()))
              .collect(Collectors.joining(", "));
      return Problem.of(GRAPH, "not-reversible", "nothing was run: " + reasons)
          .at(revisions.get(0).source())
          .inRevision(revisions.get(0).id())
          .help(
              "write the downgrade { } block, or stop above: mdb downgrade "
                  + revisions.get(0).id())
          .with("revisions", revisions.stream().map(Revision::id).toList());
    }

    private static String reason(Downgrade downgrade) {
      return downgrade instanceof Downgrade.Irreversible irreversible
          ? "is irreversible (" + irreversible.why() + ")"
          : "has no downgrade block";
    }
  }

  /** The stop of a downgrade is not applied, and nothing above it is. */
  record StopNotApplied(String target, List<String> stops, List<String> currentHeads)
      implements PlanFault {
    public StopNotApplied {
      stops = List.copyOf(stops);
      currentHeads = List.copyOf(currentHeads);
    }

    @Override
    public Problem problem() {
      var now =
          currentHeads.isEmpty()
              ? "nothing is"
              : "the current heads are " + Text.quoted(currentHeads);
      var message =
          "cannot go down to '" + target + "': " + Text.quoted(stops) + " is not applied, " + now;
      return Problem.of(GRAPH, "stop-not-applied", message)
          .help("to go there, use: mdb upgrade " + target)
          .with("target", target)
          .with("stops", stops)
          .with("currentHeads", currentHeads);
    }
  }

  /** The request needs applied revisions whose scripts are gone. */
  record NoScript(String target, List<String> revisions) implements PlanFault {
    public NoScript {
      revisions = List.copyOf(revisions);
    }

    @Override
    public Problem problem() {
      var message =
          "'" + target + "' needs " + Text.quoted(revisions) + ": applied, but no script has it";
      return Problem.of(GRAPH, "applied-without-script", message)
          .inRevision(revisions.get(0))
          .help(
              "bring its script back (another git branch?), or forget it with: mdb stamp --purge current")
          .with("target", target)
          .with("revisions", revisions);
    }
  }

  /**
   * A squashed revision on a resource that has run only some of what it replaces.
   *
   * @param applied what has been run of it
   * @param missing what has not, oldest first
   */
  record PartlyReplaced(String revision, List<String> applied, List<String> missing)
      implements PlanFault {
    public PartlyReplaced {
      applied = List.copyOf(applied);
      missing = List.copyOf(missing);
    }

    @Override
    public Problem problem() {
      var last = missing.get(missing.size() - 1);
      var message =
          "'"
              + revision
              + "' replaces revisions of which this resource has "
              + Text.quoted(applied)
              + " but not "
              + Text.quoted(missing);
      return Problem.of(GRAPH, "partly-replaced", message)
          .inRevision(revision)
          .help(
              "go through the last release that still has the scripts up to '"
                  + last
                  + "': run there mdb upgrade "
                  + last
                  + ", then come back to this one")
          .with("applied", applied)
          .with("missing", missing);
    }
  }

  /** {@code A:B} where A is not below B. */
  record RangeNotOrdered(String range, List<String> notBelow) implements PlanFault {
    public RangeNotOrdered {
      notBelow = List.copyOf(notBelow);
    }

    @Override
    public Problem problem() {
      var message = "in '" + range + "' the end does not stand on " + Text.quoted(notBelow);
      return Problem.of(GRAPH, "range-not-ordered", message)
          .help("write the older one first: OLDER:NEWER")
          .with("range", range)
          .with("notBelow", notBelow);
    }
  }
}
