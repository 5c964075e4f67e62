package dev.mdb.cli.report;

import dev.mdb.error.Problem;
import java.util.List;

/**
 * {@code mdb heads}: {@code {"heads": [{"resource", …revision…}]}} with the keys of {@link
 * RevisionView#json}.
 */
public record HeadsReport(ByResource<List<RevisionView>> heads, List<Problem> problems)
    implements Report {
  @Override
  public void print(TextOutput output) {
    heads.print(output, HeadsReport::print);
  }

  private static void print(List<RevisionView> heads, TextOutput output) {
    for (var head : heads) {
      if (output.verbose()) head.printLong(output);
      else output.line(head.shortText(output));
    }
  }

  @Override
  public Object json() {
    var list = heads.json(views -> views.stream().map(RevisionView::json).toList());
    return Documents.of("heads", list, problems);
  }
}
