package dev.mdb.cli.report;

import dev.mdb.migrate.RehearsalReport;
import dev.mdb.migrate.RehearsalReport.RehearsedStep;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * {@code --dry-run}: {@code {"dryRun": true, "steps": [{"resource", "revision", "direction",
 * "message", "statements": [text], "note"}]}}, in run order. Statements are SQL, or lines for
 * {@code redis-cli}; the note, mostly absent, says why a block could not be followed to its end.
 *
 * @param named does each step need the name of its resource?
 */
public record RehearsedReport(RehearsalReport rehearsal, boolean named) implements Report {
  @Override
  public void print(TextOutput output) {
    var steps = rehearsal.steps();
    if (steps.isEmpty()) output.line("nothing to do");
    steps.forEach(step -> print(step, output));
  }

  private void print(RehearsedStep rehearsed, TextOutput output) {
    var revision = rehearsed.step().revision();
    var title = direction(rehearsed) + " " + output.title(revision.id(), revision.message());
    output.line(named ? output.strong(rehearsed.resource()) + ": " + title : title);
    var lines = output.indented();
    rehearsed.statements().forEach(text -> text.lines().forEach(lines::line));
    rehearsed.note().ifPresent(note -> lines.line("(" + note + ")"));
    if (rehearsed.statements().isEmpty() && rehearsed.note().isEmpty()) lines.line("(nothing)");
  }

  private static String direction(RehearsedStep rehearsed) {
    return rehearsed.step().direction().name().toLowerCase(Locale.ROOT);
  }

  @Override
  public Object json() {
    var document = new LinkedHashMap<String, Object>();
    document.put("dryRun", true);
    document.put("steps", rehearsal.steps().stream().map(RehearsedReport::json).toList());
    return document;
  }

  private static Map<String, Object> json(RehearsedStep rehearsed) {
    var map = new LinkedHashMap<String, Object>();
    map.put("resource", rehearsed.resource());
    map.put("revision", rehearsed.step().revision().id());
    map.put("direction", direction(rehearsed));
    map.put("message", rehearsed.step().revision().message());
    map.put("statements", List.copyOf(rehearsed.statements()));
    rehearsed.note().ifPresent(note -> map.put("note", note));
    return map;
  }
}
