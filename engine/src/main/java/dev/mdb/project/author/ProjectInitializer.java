package dev.mdb.project.author;

import dev.mdb.error.MdbException;
import dev.mdb.project.ProjectFiles;
import dev.mdb.project.ResourceUrls;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Makes a folder a project: a small commented {@code mdb.toml}, a folder for scripts and the
 * template of new ones.
 */
public final class ProjectInitializer {
  private ProjectInitializer() {}

  /**
   * @param resource name of the first resource
   * @param url as the file will hold it
   * @return what was made
   * @throws MdbException when the folder is a project already; nothing was changed then
   */
  public static List<Path> initialize(Path folder, String resource, String url) {
    var config = folder.resolve(ProjectFiles.CONFIG);
    if (Files.exists(config)) throw new MdbException(NewFile.exists(config));
    var template = folder.resolve(ProjectFiles.TEMPLATE);
    if (!Files.exists(template))
      NewFile.write(template, TextTemplate.builtIn(ProjectFiles.TEMPLATE).text());
    var versions = createFolder(folder.resolve(ProjectFiles.VERSIONS));
    // The file that makes it a project comes last.
    NewFile.write(config, configuration(resource, url));
    return List.of(config, versions, template);
  }

  private static Path createFolder(Path folder) {
    try {
      return Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String configuration(String resource, String url) {
    return TextTemplate.builtIn("mdb.toml.template")
        .fill(
            Map.of(
                "resource", resource,
                "variable", ResourceUrls.variable(resource),
                "url", tomlString(url)));
  }

  private static String tomlString(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
