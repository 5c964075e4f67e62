package dev.mdb.cli.report;

import dev.mdb.error.Problem;
import dev.mdb.project.CompilationReport;
import dev.mdb.project.CompilationReport.Compiled;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code mdb compile}: {@code {"resources": [{"resource", "scripts": number, "models": number,
 * "compiled": number}], "milliseconds", "output"}}. The output is there when it was asked for;
 * {@code compiled} counts what was not compiled before.
 */
public record CompiledReport(CompilationReport compilation, Optional<String> output)
    implements Report {
  @Override
  public void print(TextOutput text) {
    compilation.resources().forEach(each -> text.line(line(each)));
    int all =
        compilation.resources().stream().mapToInt(each -> each.scripts() + each.models()).sum();
    int now = compilation.resources().stream().mapToInt(Compiled::compiled).sum();
    var where = output.map(folder -> ", kept in " + folder).orElse("");
    text.line(
        "compiled %d of %s in %d ms%s"
            .formatted(now, count(all, "file"), compilation.took().toMillis(), where));
  }

  private static String line(Compiled each) {
    var models = each.models() == 0 ? "" : " and " + count(each.models(), "file") + " of models";
    return each.resource()
        + ": "
        + count(each.scripts(), "script")
        + models
        + ", "
        + (each.compiled() == 0 ? "none" : each.compiled())
        + " compiled now";
  }

  private static String count(int number, String word) {
    return number + " " + word + (number == 1 ? "" : "s");
  }

  @Override
  public Object json() {
    var document = new LinkedHashMap<String, Object>();
    document.put("resources", compilation.resources().stream().map(CompiledReport::json).toList());
    document.put("milliseconds", compilation.took().toMillis());
    output.ifPresent(folder -> document.put("output", folder));
    Documents.addProblems(document, problems());
    return document;
  }

  private static Map<String, Object> json(Compiled each) {
    var map = new LinkedHashMap<String, Object>();
    map.put("resource", each.resource());
    map.put("scripts", each.scripts());
    map.put("models", each.models());
    map.put("compiled", each.compiled());
    return map;
  }

  @Override
  public List<Problem> problems() {
    return compilation.problems();
  }
}
