package dev.mdb.cli.report;

import dev.mdb.error.Problem;
import dev.mdb.project.author.RebasedRevision;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * {@code mdb rebase}: {@code {"resource", "revision", "path", "changed": boolean, "before":
 * [parent], "after": [parent], "notAppliedIn": [resource], "ignored": [text], "heads": [id]}};
 * {@code notAppliedIn} are the resources that were asked, {@code ignored} is what {@code --force}
 * passed over.
 */
public record RebasedReport(
    String resource,
    String id,
    String path,
    boolean changed,
    List<String> before,
    List<String> after,
    List<String> notAppliedIn,
    List<String> ignored,
    List<String> heads)
    implements Report {

  public static RebasedReport of(RebasedRevision rebased, String resource, Path workingFolder) {
    return new RebasedReport(
        resource,
        rebased.after().id(),
        FilesReport.shown(rebased.file(), workingFolder),
        rebased.changed(),
        rebased.before().parents(),
        rebased.after().parents(),
        rebased.checked(),
        rebased.ignored().stream().map(Problem::toString).toList(),
        rebased.heads());
  }

  @Override
  public void print(TextOutput output) {
    if (!changed) {
      output.line(output.id(id) + " stands on " + parents(after) + " already");
      return;
    }
    output.line("rewrote " + path);
    output.line("before: " + parents(before) + " -> " + output.id(id));
    output.line("after:  " + parents(after) + " -> " + output.id(id));
    ignored.forEach(text -> output.line("all the same: " + text));
    if (!notAppliedIn.isEmpty()) output.line("not applied in " + String.join(", ", notAppliedIn));
    output.line((heads.size() == 1 ? "head: " : "heads: ") + String.join(", ", heads));
  }

  private static String parents(List<String> names) {
    return names.isEmpty() ? "<base>" : String.join(", ", names);
  }

  @Override
  public Object json() {
    var document = new LinkedHashMap<String, Object>();
    document.put("resource", resource);
    document.put("revision", id);
    document.put("path", path);
    document.put("changed", changed);
    document.put("before", before);
    document.put("after", after);
    document.put("notAppliedIn", notAppliedIn);
    document.put("ignored", ignored);
    document.put("heads", heads);
    return document;
  }
}
