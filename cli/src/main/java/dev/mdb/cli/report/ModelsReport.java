package dev.mdb.cli.report;

import dev.mdb.project.author.WrittenModels;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/**
 * {@code mdb models}: {@code {"resource", "path", "tables": [name], "sequences": [name], "enums":
 * [name], "left": [text], "text"}}; {@code path} is there when a file was written, {@code text}
 * when none was.
 *
 * @param left what the database holds and models do not describe
 */
public record ModelsReport(
    String resource,
    Optional<String> path,
    List<String> tables,
    List<String> sequences,
    List<String> enums,
    List<String> left,
    String text)
    implements Report {

  public static ModelsReport of(WrittenModels models, String resource, Path workingFolder) {
    var catalog = models.catalog();
    return new ModelsReport(
        resource,
        models.file().map(file -> FilesReport.shown(file, workingFolder)),
        catalog.tables().stream().map(each -> each.name()).toList(),
        catalog.sequences().stream().map(each -> each.name()).toList(),
        catalog.enums().stream().map(each -> each.name()).toList(),
        models.left(),
        models.text());
  }

  @Override
  public void print(TextOutput output) {
    if (path.isPresent()) {
      output.line("created " + path.get() + " (" + contents() + ")");
    } else {
      text.lines().forEach(output::line);
    }
  }

  private String contents() {
    return counted(tables, "table", "tables")
        + (sequences.isEmpty() ? "" : ", " + counted(sequences, "sequence", "sequences"))
        + (enums.isEmpty() ? "" : ", " + counted(enums, "enum type", "enum types"));
  }

  private static String counted(List<String> names, String one, String several) {
    return names.size() + " " + (names.size() == 1 ? one : several);
  }

  @Override
  public Object json() {
    var document = new LinkedHashMap<String, Object>();
    document.put("resource", resource);
    path.ifPresent(file -> document.put("path", file));
    document.put("tables", tables);
    document.put("sequences", sequences);
    document.put("enums", enums);
    document.put("left", left);
    if (path.isEmpty()) document.put("text", text);
    return document;
  }
}
