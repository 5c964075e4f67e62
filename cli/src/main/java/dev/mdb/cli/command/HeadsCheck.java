package dev.mdb.cli.command;

import dev.mdb.error.Category;
import dev.mdb.error.Problem;
import dev.mdb.graph.EdgeKind;
import dev.mdb.graph.Revision;
import dev.mdb.graph.RevisionGraph;
import dev.mdb.project.ProjectResource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Is there more than one head on a branch? Heads that stand on a common revision are on one branch
 * unless labels tell them apart: two people who continue from the same head make two heads with the
 * same labels.
 */
final class HeadsCheck {
  private HeadsCheck() {}

  /** What two heads of one branch have in common. */
  private record Branch(String base, List<String> labels) {}

  static List<Problem> problems(List<ProjectResource> resources) {
    return resources.stream()
        .flatMap(each -> problems(each.graph()).stream().map(p -> p.inResource(each.name())))
        .toList();
  }

  private static List<Problem> problems(RevisionGraph graph) {
    var labels = graph.branchLabels();
    var branches = new LinkedHashMap<Branch, List<String>>();
    for (var head : graph.versionHeads()) {
      var branch = new Branch(base(graph, head), labels.getOrDefault(head.id(), List.of()));
      branches.computeIfAbsent(branch, key -> new ArrayList<>()).add(head.id());
    }
    return branches.entrySet().stream()
        .filter(entry -> entry.getValue().size() > 1)
        .map(HeadsCheck::problem)
        .toList();
  }

  private static String base(RevisionGraph graph, Revision head) {
    if (head.parents().isEmpty()) return head.id();
    return graph.ancestors(head.id(), EdgeKind.PARENT).stream()
        .filter(each -> each.parents().isEmpty())
        .findFirst()
        .orElse(head)
        .id();
  }

  private static Problem problem(Map.Entry<Branch, List<String>> entry) {
    var heads = entry.getValue();
    var labels = entry.getKey().labels();
    var branch = labels.isEmpty() ? entry.getKey().base() : String.join(", ", labels);
    var message =
        "branch " + branch + " has " + heads.size() + " heads: " + String.join(", ", heads);
    return Problem.of(Category.FOUND, "several-heads", message)
        .help("join them: mdb merge " + String.join(" ", heads))
        .with("heads", heads);
  }
}
