package dev.mdb.graph;

import static dev.mdb.error.Category.GRAPH;

import dev.mdb.error.Location;
import dev.mdb.error.Problem;
import java.util.List;

/** Something wrong with the scripts as a graph, or with a revision about to be written. */
public sealed interface GraphFault extends Fault {

  /** A parent that no revision has as its id or label. */
  record MissingParent(String revision, String parent, List<String> nearest, Location source)
      implements GraphFault {
    @Override
    public Problem problem() {
      var text =
          "revision '" + revision + "' names the parent '" + parent + "', which no script has";
      return Text.didYouMean(Text.about("missing-parent", text, revision, source), nearest)
          .with("parent", parent);
    }
  }

  /** A dependency that no revision has as its id or label, and that is not optional. */
  record MissingDependency(
      String revision, String dependency, List<String> nearest, Location source)
      implements GraphFault {
    @Override
    public Problem problem() {
      var text = "revision '" + revision + "' depends on '" + dependency + "', which no script has";
      return Text.didYouMean(Text.about("missing-dependency", text, revision, source), nearest)
          .with("dependency", dependency);
    }
  }

  /** Several scripts with one id; none of them is in the graph. */
  record DuplicateId(String id, List<Location> sources) implements GraphFault {
    public DuplicateId {
      sources = List.copyOf(sources);
    }

    @Override
    public Problem problem() {
      var text = "the id '" + id + "' is used by " + Text.places(sources);
      return Text.about("duplicate-id", text, id, sources.get(0))
          .help("give all but one of them another id, or remove the copies")
          .with("files", Text.files(sources));
    }
  }

  /** Several revisions with one label; none of them is in the graph. */
  record DuplicateLabel(String label, List<String> revisions, List<Location> sources)
      implements GraphFault {
    public DuplicateLabel {
      revisions = List.copyOf(revisions);
      sources = List.copyOf(sources);
    }

    @Override
    public Problem problem() {
      var text = "the label '" + label + "' is carried by " + Text.quoted(revisions);
      return Text.about("duplicate-label", text, revisions.get(0), sources.get(0))
          .help("a label belongs to one revision: keep it on the first of its branch")
          .with("label", label)
          .with("revisions", revisions)
          .with("files", Text.files(sources));
    }
  }

  /** A label that is also an id. */
  record LabelIsId(String label, String revision, Location source, Location owner)
      implements GraphFault {
    @Override
    public Problem problem() {
      var text =
          "the label '" + label + "' of '" + revision + "' is the id of the revision in " + owner;
      return Text.about("label-is-id", text, revision, source)
          .help("ids and labels share one namespace: choose another label")
          .with("label", label);
    }
  }

  /** A squashed revision whose script is still among the others, or that two revisions replace. */
  record StillThere(String revision, String replaced, Location source, Location owner)
      implements GraphFault {
    @Override
    public Problem problem() {
      var text = "'" + revision + "' replaces '" + replaced + "', which is still used in " + owner;
      return Text.about("replaced-still-there", text, revision, source)
          .help("remove the replaced script, or take '" + replaced + "' out of replaces(...)")
          .with("replaced", replaced);
    }
  }

  /**
   * Revisions to squash that are no closed run: something comes in, or goes off, in their midst.
   */
  record OpenRun(String revision, String at, List<String> others, Location source)
      implements GraphFault {
    public OpenRun {
      others = List.copyOf(others);
    }

    @Override
    public Problem problem() {
      var more = others.isEmpty() ? "" : ": beside the run there is " + Text.quoted(others);
      var text = "'" + revision + "' cannot replace a run that is open at '" + at + "'" + more;
      return Text.about("open-run", text, revision, source)
          .help(
              "replace neighbours on one line, oldest first, and end before it branches or merges")
          .with("at", at)
          .with("others", others);
    }
  }

  /** An id or a label with a character, a length or a meaning that it cannot have. */
  record IllegalName(String revision, String name, boolean label, String why, Location source)
      implements GraphFault {
    @Override
    public Problem problem() {
      var text = "the " + (label ? "label" : "id") + " '" + name + "' " + why;
      return Text.about("illegal-name", text, revision, source).with("name", name);
    }
  }

  /** A revision that names itself as a parent or as a dependency. */
  record SelfReference(String revision, boolean dependency, Location source) implements GraphFault {
    @Override
    public Problem problem() {
      var edge = dependency ? "depends on itself" : "is its own parent";
      return Text.about("self-reference", "revision '" + revision + "' " + edge, revision, source)
          .with("edge", dependency ? "dependency" : "parent");
    }
  }

  /**
   * Revisions that wait for each other.
   *
   * @param path each stands on the next one, by a parent or a dependency, and the last on the first
   * @param source of the first
   */
  record Cycle(List<String> path, Location source) implements GraphFault {
    public Cycle {
      path = List.copyOf(path);
    }

    @Override
    public Problem problem() {
      var round = String.join(" -> ", path) + " -> " + path.get(0);
      return Text.about("cycle", "revisions wait for each other: " + round, path.get(0), source)
          .help("remove one of these parents or dependencies")
          .with("path", path);
    }
  }

  /**
   * A new revision on a parent that has children already, without a word that a branch is meant.
   */
  record NeedsSplice(String parent, List<String> children) implements GraphFault {
    public NeedsSplice {
      children = List.copyOf(children);
    }

    @Override
    public Problem problem() {
      var text = "'" + parent + "' is no head: " + Text.quoted(children) + " already stands on it";
      return Problem.of(GRAPH, "needs-splice", text)
          .inRevision(parent)
          .help("start a branch there with --splice, or choose a head with --head")
          .with("children", children);
    }
  }

  /** A merge of a revision with one that it stands on already. */
  record MergeOfRelated(String ancestor, String descendant) implements GraphFault {
    @Override
    public Problem problem() {
      var text = "'" + descendant + "' already stands on '" + ancestor + "': nothing to merge";
      return Problem.of(GRAPH, "merge-of-related", text)
          .inRevision(descendant)
          .help("name '" + descendant + "' alone as the parent")
          .with("ancestor", ancestor)
          .with("descendant", descendant);
    }
  }
}
