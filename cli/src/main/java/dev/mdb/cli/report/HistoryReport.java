package dev.mdb.cli.report;

import dev.mdb.error.Problem;
import java.util.List;

/**
 * {@code mdb history}, newest first: {@code {"revisions": [{"resource", …revision…}]}} with the
 * keys of {@link RevisionView#json}.
 */
public record HistoryReport(ByResource<List<RevisionView>> revisions, List<Problem> problems)
    implements Report {
  @Override
  public void print(TextOutput output) {
    revisions.print(output, HistoryReport::print);
  }

  private static void print(List<RevisionView> revisions, TextOutput output) {
    for (var revision : revisions) {
      if (output.verbose()) revision.printLong(output);
      else output.line(revision.lineText(output));
    }
  }

  @Override
  public Object json() {
    var list = revisions.json(views -> views.stream().map(RevisionView::json).toList());
    return Documents.of("revisions", list, problems);
  }
}
