package dev.mdb.cli;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The jars on a class path together with what Maven knows of them. */
final class Components {
  private Components() {}

  /**
   * @param listed lines {@code group:artifact:version=license|license}, by license-maven-plugin
   * @param rebuilt a jar that is shipped in place of the one of the same name
   * @return by group and name
   * @throws IllegalStateException when nobody has told the licence of a jar
   */
  static List<Component> on(String classPath, Path listed, Path rebuilt) throws IOException {
    var known = known(listed);
    var components = new ArrayList<Component>();
    for (String entry : classPath.split(File.pathSeparator)) {
      var jar = Path.of(entry);
      var file = jar.getFileName().toString();
      if (!file.endsWith(".jar") || file.startsWith("mdb-")) continue;
      var line = known.get(file);
      if (line == null) throw new IllegalStateException(file + ": its licence is not known");
      components.add(component(line, file.equals(name(rebuilt)) ? rebuilt : jar));
    }
    components.sort(Comparator.comparing(Component::id));
    return components;
  }

  /** Lines by the name of the jar. */
  private static Map<String, String> known(Path listed) throws IOException {
    var lines = new HashMap<String, String>();
    for (String line : Files.readAllLines(listed)) {
      if (line.isBlank()) continue;
      var id = line.substring(0, line.indexOf('=')).split(":");
      lines.put(id[1] + "-" + id[2] + ".jar", line);
    }
    return lines;
  }

  private static Component component(String line, Path jar) {
    int equals = line.indexOf('=');
    var id = line.substring(0, equals).split(":");
    return new Component(id[0], id[1], id[2], line.substring(equals + 1), jar);
  }

  private static String name(Path file) {
    return file.getFileName().toString();
  }
}
