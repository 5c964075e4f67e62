package dev.mdb.cli.report;

import dev.mdb.migrate.Repaired;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * {@code mdb repair}: {@code {"resource", "revision", "applied": boolean, "heads": [id],
 * "statements": number, "committed": [text]}}, the heads afterwards. The statements are those that
 * the journal says were done; {@code committed} names them as far as the script still does.
 */
public record RepairReport(
    String resource, String revision, boolean applied, Repaired repaired, List<String> heads)
    implements Report {
  public RepairReport {
    heads = List.copyOf(heads);
  }

  @Override
  public void print(TextOutput output) {
    var current = heads.isEmpty() ? "nothing is applied" : "current: " + String.join(", ", heads);
    var state = applied ? "applied" : "not applied";
    output.line(output.id(revision) + " is recorded as " + state + "; " + current);
    if (!applied) printDone(output);
  }

  /** Whoever has forgotten one of them finds out now, and not in the next run. */
  private void printDone(TextOutput output) {
    int done = repaired.done();
    var known = repaired.inWords();
    if (done > 0) {
      var statements = done == 1 ? "1 statement" : done + " statements";
      output.line(statements + " of it had been done, and must have been taken back by hand:");
    }
    var lines = output.indented();
    for (int i = 0; i < known.size(); i++) lines.line((i + 1) + ". " + known.get(i));
    int rest = done - known.size();
    if (rest > 0) lines.line("and " + rest + " more, which the script does not tell");
    if (repaired.more()) output.line("what came next may have been done too, wholly or in part");
  }

  @Override
  public Object json() {
    var document = new LinkedHashMap<String, Object>();
    document.put("resource", resource);
    document.put("revision", revision);
    document.put("applied", applied);
    document.put("heads", heads);
    document.put("statements", repaired.done());
    document.put("committed", repaired.inWords());
    return document;
  }
}
