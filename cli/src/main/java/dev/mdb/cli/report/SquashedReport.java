package dev.mdb.cli.report;

import dev.mdb.project.author.SquashedRevision;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/**
 * {@code mdb squash}: {@code {"resource", "revision", "replaces": [id], "parents": [], "labels":
 * [], "message", "path", "wentOn": boolean, "removed": [path], "archive": path or absent,
 * "redirected": [path], "leftAlone": [path]}}.
 *
 * @param wentOn a run of the command that broke off was finished
 */
public record SquashedReport(
    String resource,
    SquashedRevision squashed,
    String path,
    List<String> removed,
    Optional<String> archive,
    List<String> redirected,
    List<String> leftAlone)
    implements Report {

  public static SquashedReport of(SquashedRevision squashed, String resource, Path workingFolder) {
    return new SquashedReport(
        resource,
        squashed,
        FilesReport.shown(squashed.file(), workingFolder),
        shown(squashed.removed(), workingFolder),
        squashed.archive().map(folder -> FilesReport.shown(folder, workingFolder)),
        shown(squashed.redirected(), workingFolder),
        shown(squashed.leftAlone(), workingFolder));
  }

  private static List<String> shown(List<Path> files, Path workingFolder) {
    return files.stream().map(file -> FilesReport.shown(file, workingFolder)).toList();
  }

  @Override
  public void print(TextOutput output) {
    var replaced = String.join(", ", squashed.revision().replaces());
    if (squashed.nothingLeft()) {
      output.line(output.id(squashed.revision().id()) + " replaces " + replaced + " already");
      return;
    }
    output.line((squashed.wentOn() ? "went on with " : "created ") + path);
    output.line(output.id(squashed.revision().id()) + " replaces " + replaced);
    removed.forEach(
        file -> output.line(archive.map(to -> "moved to " + to + ": ").orElse("removed ") + file));
    redirected.forEach(file -> output.line("rewrote " + file));
    leftAlone.forEach(file -> output.line("left alone, its header is not in plain form: " + file));
  }

  @Override
  public Object json() {
    var revision = squashed.revision();
    var document = new LinkedHashMap<String, Object>();
    document.put("resource", resource);
    document.put("revision", revision.id());
    document.put("replaces", revision.replaces());
    document.put("parents", revision.parents());
    document.put("labels", revision.labels());
    document.put("message", revision.message());
    document.put("path", path);
    document.put("wentOn", squashed.wentOn());
    document.put("removed", removed);
    archive.ifPresent(folder -> document.put("archive", folder));
    document.put("redirected", redirected);
    document.put("leftAlone", leftAlone);
    return document;
  }
}
