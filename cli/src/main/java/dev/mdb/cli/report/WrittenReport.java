package dev.mdb.cli.report;

import dev.mdb.graph.Dependency;
import dev.mdb.project.author.WrittenRevision;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code mdb revision}, {@code mdb merge}: {@code {"resource", "revision", "parents": [],
 * "dependencies": [], "labels": [], "message", "path"}}.
 */
public record WrittenReport(
    String resource,
    String id,
    List<String> parents,
    List<String> dependencies,
    List<String> labels,
    String message,
    String path)
    implements Report {

  public static WrittenReport of(WrittenRevision written, String resource, Path workingFolder) {
    var revision = written.revision();
    return new WrittenReport(
        resource,
        revision.id(),
        revision.parents(),
        revision.dependencies().stream().map(Dependency::name).toList(),
        revision.labels(),
        revision.message(),
        FilesReport.shown(written.file(), workingFolder));
  }

  @Override
  public void print(TextOutput output) {
    output.line("created " + path);
  }

  @Override
  public Map<String, Object> json() {
    var document = new LinkedHashMap<String, Object>();
    document.put("resource", resource);
    document.put("revision", id);
    document.put("parents", parents);
    document.put("dependencies", dependencies);
    document.put("labels", labels);
    document.put("message", message);
    document.put("path", path);
    return document;
  }
}
