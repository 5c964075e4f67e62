package dev.mdb.project;

import java.nio.file.Path;
import java.util.List;

/**
 * What is to be compiled.
 *
 * @param folders one for each location; scripts of one folder do not see the helpers of another
 * @param classPath the user's own jars and class folders
 */
public record CompileRequest(List<Folder> folders, List<Path> classPath) {
  public CompileRequest {
    folders = List.copyOf(folders);
    classPath = List.copyOf(classPath);
  }

  /**
   * A location.
   *
   * @param key distinguishes the locations of a request; letters and digits; class names derive
   *     from it
   * @param scripts those to compile
   * @param helpers all of {@code lib/}
   */
  public record Folder(String key, List<Source> scripts, List<Source> helpers) {
    public Folder {
      scripts = List.copyOf(scripts);
      helpers = List.copyOf(helpers);
    }
  }

  /**
   * A file.
   *
   * @param path relative to its location, with {@code /}; class names derive from it
   * @param file name in messages
   * @param text without a byte-order mark, lines end in LF
   */
  public record Source(String path, String file, String text) {}
}
