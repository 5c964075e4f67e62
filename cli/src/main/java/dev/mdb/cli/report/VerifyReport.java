package dev.mdb.cli.report;

import dev.mdb.error.Category;
import dev.mdb.error.Problem;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * {@code mdb verify}: {@code {"revisions": number, "sound": boolean, "problems": []}}. Exit status
 * 4 with problems.
 */
public record VerifyReport(int revisions, List<Problem> problems) implements Report {
  public VerifyReport {
    problems = List.copyOf(problems);
  }

  @Override
  public void print(TextOutput output) {
    if (problems.isEmpty())
      output.line(revisions + (revisions == 1 ? " revision, sound" : " revisions, all sound"));
  }

  @Override
  public Object json() {
    var document = new LinkedHashMap<String, Object>();
    document.put("revisions", revisions);
    document.put("sound", problems.isEmpty());
    Documents.addProblems(document, problems);
    return document;
  }

  @Override
  public int exitStatus() {
    return problems.isEmpty() ? 0 : Category.FOUND.exitStatus();
  }
}
