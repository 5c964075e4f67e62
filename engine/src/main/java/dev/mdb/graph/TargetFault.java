package dev.mdb.graph;

import static dev.mdb.error.Category.GRAPH;
import static dev.mdb.error.Category.USAGE;

import dev.mdb.error.Problem;
import java.util.List;

/** A target that cannot be read, or that this graph cannot find one place for. */
public sealed interface TargetFault extends Fault {

  /**
   * The text is no target.
   *
   * @param at index of the first character that does not fit
   * @param expected what could stand there
   */
  record Syntax(String text, int at, String expected) implements TargetFault {
    @Override
    public Problem problem() {
      var rest = at < text.length() ? " but found '" + text.substring(at) + "'" : "";
      var message = "'" + text + "' is no target: expected " + expected + rest;
      return Problem.of(USAGE, "target-syntax", message)
          .help(
              "a target is [BRANCH@]REVISION[+N|-N], where REVISION may be head, heads, base or current")
          .with("target", text)
          .with("at", at);
    }
  }

  /** {@code upgrade -1} or {@code downgrade +1}. */
  record WrongDirection(String target, Direction command) implements TargetFault {
    @Override
    public Problem problem() {
      var upgrade = command == Direction.UPGRADE;
      var asked = upgrade ? "upgrade" : "downgrade";
      var message =
          "'" + target + "' walks " + (upgrade ? "down" : "up") + ": no target of " + asked;
      return Problem.of(USAGE, "wrong-direction", message)
          .help("use: mdb " + (upgrade ? "downgrade " : "upgrade ") + target)
          .with("target", target);
    }
  }

  /** No revision has this id or label, and none begins so. */
  record Unknown(String name, List<String> nearest) implements TargetFault {
    public Unknown {
      nearest = List.copyOf(nearest);
    }

    @Override
    public Problem problem() {
      var message = "no revision or label '" + name + "'";
      if (name.length() < Names.MIN_PREFIX) {
        message += " (the beginning of a name needs " + Names.MIN_PREFIX + " characters)";
      }
      var problem = Problem.of(GRAPH, "unknown-revision", message).with("name", name);
      return nearest.isEmpty()
          ? problem.help("see: mdb history")
          : Text.didYouMean(problem, nearest);
    }
  }

  /** The beginning of several names. */
  record AmbiguousPrefix(String prefix, List<String> candidates) implements TargetFault {
    public AmbiguousPrefix {
      candidates = List.copyOf(candidates);
    }

    @Override
    public Problem problem() {
      var message = "'" + prefix + "' is the beginning of " + Text.quoted(candidates);
      return Problem.of(GRAPH, "ambiguous-prefix", message)
          .help("write more of it")
          .with("prefix", prefix)
          .with("candidates", candidates);
    }
  }

  /** A revision outside the lineage that the target names. */
  record NotInBranch(String revision, String branch, List<String> branchesOfRevision)
      implements TargetFault {
    public NotInBranch {
      branchesOfRevision = List.copyOf(branchesOfRevision);
    }

    @Override
    public Problem problem() {
      var message = "'" + revision + "' is neither below nor above '" + branch + "'";
      var problem =
          Problem.of(GRAPH, "not-in-branch", message)
              .inRevision(revision)
              .with("branch", branch)
              .with("branchesOfRevision", branchesOfRevision);
      return branchesOfRevision.isEmpty()
          ? problem.help("leave the branch away: " + revision)
          : problem.help("it is in: " + branchesOfRevision.get(0) + "@" + revision);
    }
  }

  /**
   * {@code head} where there are several.
   *
   * @param choices a target for each head
   */
  record SeveralHeads(String target, List<String> heads, List<String> choices)
      implements TargetFault {
    public SeveralHeads {
      heads = List.copyOf(heads);
      choices = List.copyOf(choices);
    }

    @Override
    public Problem problem() {
      var message =
          "'" + target + "' could be any of " + heads.size() + " heads: " + Text.quoted(heads);
      return Problem.of(GRAPH, "several-heads", message)
          .help(
              "name one ("
                  + Text.listed(choices)
                  + "), take all with 'heads', or choose a resource with -n")
          .with("target", target)
          .with("heads", heads)
          .with("choices", choices);
    }
  }

  /**
   * A walk from the current head where there are several.
   *
   * @param choices the same walk for each of them
   */
  record SeveralCurrentHeads(String target, List<String> heads, List<String> choices)
      implements TargetFault {
    public SeveralCurrentHeads {
      heads = List.copyOf(heads);
      choices = List.copyOf(choices);
    }

    @Override
    public Problem problem() {
      var message = "'" + target + "' could start from " + Text.quoted(heads) + ": all are current";
      return Problem.of(GRAPH, "several-current-heads", message)
          .help("walk on one line: " + Text.listed(choices) + "; or on all: " + all())
          .with("target", target)
          .with("heads", heads)
          .with("choices", choices);
    }

    private String all() {
      int walk = target.indexOf('@') + 1;
      boolean up = target.charAt(walk) == '+';
      return target.substring(0, walk) + (up ? "heads" : "current" + target.substring(walk));
    }
  }

  /**
   * A command takes one revision, and the target stands for several, or for the place before the
   * first.
   */
  record NotOne(String target, List<String> revisions) implements TargetFault {
    public NotOne {
      revisions = List.copyOf(revisions);
    }

    @Override
    public Problem problem() {
      var many =
          revisions.isEmpty() ? "no revision" : "several revisions: " + Text.quoted(revisions);
      return Problem.of(GRAPH, "not-one-revision", "'" + target + "' stands for " + many)
          .help("name one revision")
          .with("target", target)
          .with("revisions", revisions);
    }
  }

  /** A walk with several ways to go. */
  record AmbiguousWalk(String target, String at, Direction way, List<String> candidates)
      implements TargetFault {
    public AmbiguousWalk {
      candidates = List.copyOf(candidates);
    }

    @Override
    public Problem problem() {
      var up = way == Direction.UPGRADE;
      var place = at.isEmpty() ? "from base" : (up ? "above '" : "below '") + at + "'";
      var message = "'" + target + "': " + place + " there are " + Text.quoted(candidates);
      return Problem.of(GRAPH, "ambiguous-walk", message)
          .help(
              "name the revision, or walk on one line: LABEL@"
                  + target.substring(target.indexOf('@') + 1))
          .with("target", target)
          .with("at", at)
          .with("candidates", candidates);
    }
  }

  /**
   * A walk beyond the end.
   *
   * @param walked steps that were possible
   * @param reached the revision where it ended; empty = before the first one
   */
  record TooFar(String target, Walk walk, int walked, String reached) implements TargetFault {
    @Override
    public Problem problem() {
      var end = reached.isEmpty() ? "base" : "'" + reached + "'";
      var message =
          "'"
              + target
              + "' goes too far: after "
              + walked
              + " of "
              + walk.steps()
              + " steps it is at "
              + end;
      return Problem.of(GRAPH, "walk-too-far", message)
          .help(walk.isUp() ? "the end of the line is LABEL@head, or heads" : "the start is base")
          .with("target", target)
          .with("walked", walked)
          .with("reached", reached);
    }
  }
}
