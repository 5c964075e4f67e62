package dev.mdb.cli.report;

import java.nio.file.Path;
import java.util.Map;

/** {@code mdb edit}: {@code {"edited": path}}. */
public record EditReport(String edited) implements Report {
  public static EditReport of(Path file, Path workingFolder) {
    return new EditReport(FilesReport.shown(file, workingFolder));
  }

  @Override
  public void print(TextOutput output) {
    output.line("edited " + edited);
  }

  @Override
  public Object json() {
    return Map.of("edited", edited);
  }
}
