package dev.mdb.cli.report;

import dev.mdb.error.Problem;
import java.util.List;

/**
 * {@code mdb show}: {@code {"revisions": [{"resource", …revision…}]}} with the keys of {@link
 * RevisionView#json}.
 */
public record ShowReport(ByResource<List<RevisionView>> revisions, List<Problem> problems)
    implements Report {
  @Override
  public void print(TextOutput output) {
    revisions.print(output, (views, lines) -> views.forEach(view -> view.printLong(lines)));
  }

  @Override
  public Object json() {
    var list = revisions.json(views -> views.stream().map(RevisionView::json).toList());
    return Documents.of("revisions", list, problems);
  }
}
