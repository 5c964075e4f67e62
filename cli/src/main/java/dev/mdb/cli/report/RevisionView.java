package dev.mdb.cli.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A revision as reports show it. Its texts are Alembic's.
 *
 * @param parents ids
 * @param dependencies as written
 * @param labels its own
 * @param branches all labels whose lineage it is in
 * @param children ids
 * @param replaces ids that it was squashed from
 * @param path of the script
 * @param head nothing points to it
 * @param effectiveHead it has no child, but something depends on it
 * @param current it is a current head of the database
 */
public record RevisionView(
    String id,
    List<String> parents,
    List<String> dependencies,
    List<String> labels,
    List<String> branches,
    List<String> children,
    List<String> replaces,
    String message,
    String path,
    boolean head,
    boolean effectiveHead,
    boolean current) {

  private static final String BASE = "<base>";

  /** {@code id (LABEL) (head)}. */
  public String shortText(TextOutput output) {
    return output.id(id) + branchText(output) + headText(output);
  }

  /** {@code id (LABEL) (head) (branchpoint)}. */
  public String treeText(TextOutput output) {
    return shortText(output) + pointText();
  }

  /** {@code parent (dependency) -> id (LABEL) (head), message}. */
  public String lineText(TextOutput output) {
    var needs = dependencies.isEmpty() ? "" : " (" + String.join(", ", dependencies) + ")";
    return parentText() + needs + " -> " + treeText(output) + ", " + message;
  }

  /** Several lines, the last one empty. */
  public void printLong(TextOutput output) {
    output.line("Rev: " + output.id(id) + headText(output) + pointText());
    output.line((parents.size() > 1 ? "Merges: " : "Parent: ") + parentText());
    if (!dependencies.isEmpty()) output.line("Also depends on: " + String.join(", ", dependencies));
    if (children.size() > 1) output.line("Branches into: " + String.join(", ", children));
    if (!branches.isEmpty()) output.line("Branch labels: " + String.join(", ", branches));
    if (!replaces.isEmpty()) output.line("Replaces: " + String.join(", ", replaces));
    output.line("Path: " + path);
    output.line("");
    output.indented().indented().line(message);
    output.line("");
  }

  private String parentText() {
    return parents.isEmpty() ? BASE : String.join(", ", parents);
  }

  private String branchText(TextOutput output) {
    return branches.isEmpty() ? "" : " (" + output.label(String.join(", ", branches)) + ")";
  }

  private String headText(TextOutput output) {
    var marks = new ArrayList<String>();
    if (head) marks.add("(" + output.good("head") + ")");
    if (effectiveHead) marks.add("(effective head)");
    if (current) marks.add("(" + output.strong("current") + ")");
    return marks.isEmpty() ? "" : " " + String.join(" ", marks);
  }

  private String pointText() {
    return (children.size() > 1 ? " (branchpoint)" : "")
        + (parents.size() > 1 ? " (mergepoint)" : "");
  }

  /**
   * {@code {"revision", "parents": [], "dependencies": [], "labels": [], "branches": [], "message",
   * "path", "head", "effectiveHead", "branchpoint", "mergepoint", "current", "replaces": []}}.
   */
  Map<String, Object> json() {
    var map = new LinkedHashMap<String, Object>();
    map.put("revision", id);
    map.put("parents", parents);
    map.put("dependencies", dependencies);
    map.put("labels", labels);
    map.put("branches", branches);
    map.put("message", message);
    map.put("path", path);
    map.put("head", head);
    map.put("effectiveHead", effectiveHead);
    map.put("branchpoint", children.size() > 1);
    map.put("mergepoint", parents.size() > 1);
    map.put("current", current);
    map.put("replaces", replaces);
    return map;
  }
}
