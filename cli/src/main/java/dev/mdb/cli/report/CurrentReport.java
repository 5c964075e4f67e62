package dev.mdb.cli.report;

import dev.mdb.error.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code mdb current}: {@code {"current": [{"resource", …revision…}], "withoutScript":
 * [{"resource", "revision", "message", "appliedAt", "head": boolean, "squashedInto": id or
 * absent}], "resources": [{"resource", "url", "pending": [id], "brokenOff": {…} or absent}]}} with
 * the keys of {@link RevisionView#json} and {@link ProblemReport}. What is applied and has no
 * script is told from what the database remembers.
 */
public record CurrentReport(ByResource<Current> current, List<Problem> problems) implements Report {
  /**
   * @param url without its password
   * @param heads current heads that have a script
   * @param pending ids of what is not applied
   * @param brokenOff the step that broke off half-way
   */
  public record Current(
      String url,
      List<RevisionView> heads,
      List<WithoutScript> withoutScript,
      List<String> pending,
      Optional<Problem> brokenOff) {
    private void print(TextOutput output) {
      if (output.verbose()) output.line("Current revision(s) for " + url + ":");
      for (var view : heads) {
        if (output.verbose()) view.printLong(output);
        else output.line(view.shortText(output));
      }
      for (var row : withoutScript) {
        output.line(
            output.id(row.id())
                + " ("
                + row.whyNoScript()
                + "), "
                + row.message()
                + ", applied "
                + row.appliedAt());
      }
    }

    private Map<String, Object> json() {
      var map = new LinkedHashMap<String, Object>();
      map.put("url", url);
      map.put("pending", pending);
      brokenOff.ifPresent(problem -> map.put("brokenOff", ProblemReport.json(problem)));
      return map;
    }
  }

  /**
   * An applied revision that no script has.
   *
   * @param appliedAt as ISO 8601
   * @param head nothing applied stands on it
   * @param squashedInto the revision that replaces it together with others, not all of which are
   *     applied
   */
  public record WithoutScript(
      String id, String message, String appliedAt, boolean head, Optional<String> squashedInto) {
    private String whyNoScript() {
      return squashedInto
          .map(revision -> "squashed into " + revision + ", which is not here as a whole")
          .orElse("no script");
    }

    private Map<String, Object> json() {
      var map = new LinkedHashMap<String, Object>();
      map.put("revision", id);
      map.put("message", message);
      map.put("appliedAt", appliedAt);
      map.put("head", head);
      squashedInto.ifPresent(revision -> map.put("squashedInto", revision));
      return map;
    }
  }

  /** As text the mark goes without saying. */
  private static Map<String, Object> json(RevisionView head) {
    var map = head.json();
    map.put("current", true);
    return map;
  }

  @Override
  public void print(TextOutput output) {
    current.print(output, Current::print);
  }

  @Override
  public Object json() {
    var document = new LinkedHashMap<String, Object>();
    document.put(
        "current", current.json(each -> each.heads().stream().map(CurrentReport::json).toList()));
    document.put(
        "withoutScript",
        current.json(each -> each.withoutScript().stream().map(WithoutScript::json).toList()));
    document.put("resources", current.json(each -> List.of(each.json())));
    Documents.addProblems(document, problems);
    return document;
  }
}
