package dev.mdb.cli.report;

import dev.mdb.error.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code mdb branches}: {@code {"branches": [{"resource", …revision…, "into": [{…revision…}]}]}}
 * with the keys of {@link RevisionView#json}, newest first.
 */
public record BranchesReport(ByResource<List<BranchPoint>> points, List<Problem> problems)
    implements Report {
  /** A revision with several children. */
  public record BranchPoint(RevisionView revision, List<RevisionView> into) {
    public BranchPoint {
      into = List.copyOf(into);
    }

    private void print(TextOutput output) {
      var space = " ".repeat(revision.id().length());
      output.line(revision.treeText(output));
      for (var child : into) {
        var message = output.verbose() ? ", " + child.message() : "";
        output.line(space + " -> " + child.treeText(output) + message);
      }
      output.line("");
    }

    private Map<String, Object> json() {
      var map = new LinkedHashMap<>(revision.json());
      map.put("into", into.stream().map(RevisionView::json).toList());
      return map;
    }
  }

  @Override
  public void print(TextOutput output) {
    points.print(output, (list, lines) -> list.forEach(point -> point.print(lines)));
  }

  @Override
  public Object json() {
    var list = points.json(each -> each.stream().map(BranchPoint::json).toList());
    return Documents.of("branches", list, problems);
  }
}
