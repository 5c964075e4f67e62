package dev.mdb.cli.report;

import java.util.List;

/** A graph for documents: parent edges as full lines, dependencies as dashed ones. */
final class GraphDocument {
  private GraphDocument() {}

  /** A Mermaid flow chart, oldest revision at the bottom. */
  static void printMermaid(List<RevisionView> revisions, TextOutput output) {
    output.line("flowchart BT");
    for (var each : revisions) {
      output.line("  " + each.id() + "[\"" + text(each, "<br>").replace("\"", "#quot;") + "\"]");
    }
    for (var each : revisions) {
      each.parents().forEach(parent -> output.line("  " + parent + " --> " + each.id()));
      each.dependencies()
          .forEach(name -> output.line("  " + target(name, revisions) + " -.-> " + each.id()));
    }
  }

  /** For Graphviz. */
  static void printDot(List<RevisionView> revisions, TextOutput output) {
    output.line("digraph revisions {");
    output.line("  rankdir=BT; node [shape=box];");
    for (var each : revisions) {
      output.line("  " + quoted(each.id()) + " [label=" + quoted(text(each, "\n")) + "];");
    }
    for (var each : revisions) {
      each.parents()
          .forEach(parent -> output.line("  " + quoted(parent) + " -> " + quoted(each.id()) + ";"));
      each.dependencies()
          .forEach(
              name ->
                  output.line(
                      "  "
                          + quoted(target(name, revisions))
                          + " -> "
                          + quoted(each.id())
                          + " [style=dashed];"));
    }
    output.line("}");
  }

  private static String text(RevisionView revision, String lineEnd) {
    var labels =
        revision.labels().isEmpty() ? "" : " (" + String.join(", ", revision.labels()) + ")";
    return revision.id() + labels + lineEnd + revision.message();
  }

  /** A dependency may name a label. */
  private static String target(String name, List<RevisionView> revisions) {
    return revisions.stream()
        .filter(each -> each.labels().contains(name))
        .map(RevisionView::id)
        .findFirst()
        .orElse(name);
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
  }
}
