package dev.mdb.cli.report;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * {@code mdb init}: {@code {"created": [path]}}, relative to the working folder where they are
 * below it.
 */
public record FilesReport(List<String> created) implements Report {
  public FilesReport {
    created = List.copyOf(created);
  }

  public static FilesReport created(List<Path> files, Path workingFolder) {
    return new FilesReport(files.stream().map(file -> shown(file, workingFolder)).toList());
  }

  static String shown(Path file, Path workingFolder) {
    return file.startsWith(workingFolder)
        ? workingFolder.relativize(file).toString()
        : file.toString();
  }

  @Override
  public void print(TextOutput output) {
    created.forEach(file -> output.line("created " + file));
  }

  @Override
  public Object json() {
    return Map.of("created", created);
  }
}
