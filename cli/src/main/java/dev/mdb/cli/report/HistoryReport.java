package dev.mdb.cli.report;

import dev.mdb.error.Problem;
import java.util.List;

/**
 * {@code mdb history}, newest first: {@code {"revisions": [{"resource", …revision…}]}} with the
 * keys of {@link RevisionView#json}.
 */
public record HistoryReport(
    ByResource<List<RevisionView>> revisions, HistoryFormat format, List<Problem> problems)
    implements Report {
  @Override
  public void print(TextOutput output) {
    if (format == HistoryFormat.JSON) output.line(Json.text(json()));
    else revisions.print(output, this::print);
  }

  private void print(List<RevisionView> views, TextOutput output) {
    switch (format) {
      case GRAPH -> GraphDrawing.print(views, output);
      case MERMAID -> GraphDocument.printMermaid(views, output);
      case DOT -> GraphDocument.printDot(views, output);
      default -> printLines(views, output);
    }
  }

  private static void printLines(List<RevisionView> views, TextOutput output) {
    for (var view : views) {
      if (output.verbose()) view.printLong(output);
      else output.line(view.lineText(output));
    }
  }

  @Override
  public Object json() {
    var list = revisions.json(views -> views.stream().map(RevisionView::json).toList());
    return Documents.of("revisions", list, problems);
  }
}
