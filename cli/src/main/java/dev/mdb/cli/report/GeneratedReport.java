package dev.mdb.cli.report;

import dev.mdb.project.author.GeneratedRevision;
import dev.mdb.schema.diff.CatalogDiff;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Optional;

/**
 * {@code mdb revision --autogenerate}: the keys of {@link WrittenReport} when a script was written,
 * {@code {"resource"}} when there was nothing to write; beside them those of a resource in {@link
 * CheckReport}.
 */
public record GeneratedReport(String resource, CatalogDiff diff, Optional<WrittenReport> written)
    implements Report {

  public static GeneratedReport of(
      GeneratedRevision generated, String resource, Path workingFolder) {
    return new GeneratedReport(
        resource,
        generated.diff(),
        generated.written().map(each -> WrittenReport.of(each, resource, workingFolder)));
  }

  @Override
  public void print(TextOutput output) {
    written.ifPresentOrElse(
        each -> each.print(output),
        () -> output.line("no differences: the database is what the models ask for"));
  }

  @Override
  public Object json() {
    var document = new LinkedHashMap<String, Object>();
    document.put("resource", resource);
    written.map(WrittenReport::json).ifPresent(document::putAll);
    document.putAll(CheckReport.json(diff));
    return document;
  }
}
