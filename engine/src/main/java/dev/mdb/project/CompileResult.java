package dev.mdb.project;

import dev.mdb.error.Problem;
import dev.mdb.graph.Revision;
import java.util.List;
import java.util.Map;

/**
 * What compiling gave. A script that is in no folder of it is broken, and the problems say why.
 *
 * @param folders those of the request, by key
 * @param problems of all folders, each with file, line and column where there is one
 */
public record CompileResult(List<Folder> folders, List<Problem> problems) {
  public CompileResult {
    folders = List.copyOf(folders);
    problems = List.copyOf(problems);
  }

  /**
   * @param helpers classes of {@code lib/} by binary name; empty when no script compiled
   */
  public record Folder(String key, List<Script> scripts, Map<String, byte[]> helpers) {
    public Folder {
      scripts = List.copyOf(scripts);
      helpers = Map.copyOf(helpers);
    }
  }

  /**
   * @param path as in the request
   * @param header as evaluated
   * @param mainClass binary name of the class whose constructor takes a {@link RevisionSink}
   * @param classes by binary name, the main class among them
   */
  public record Script(
      String path, Revision header, String mainClass, Map<String, byte[]> classes) {
    public Script {
      classes = Map.copyOf(classes);
    }
  }
}
