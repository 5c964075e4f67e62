package dev.mdb.cli.report;

import dev.mdb.error.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What JSON documents share. */
final class Documents {
  private Documents() {}

  /** {@code {name: list}}, and {@code "problems": []} when there are some. */
  static Map<String, Object> of(String name, Object list, List<Problem> problems) {
    var document = new LinkedHashMap<String, Object>();
    document.put(name, list);
    addProblems(document, problems);
    return document;
  }

  static void addProblems(Map<String, Object> document, List<Problem> problems) {
    if (!problems.isEmpty()) {
      document.put("problems", problems.stream().map(ProblemReport::json).toList());
    }
  }
}
