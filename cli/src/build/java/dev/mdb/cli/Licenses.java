package dev.mdb.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** {@code LICENSES.md}, {@code NOTICE} and the folder {@code licenses}, for the jars of others. */
final class Licenses {
  /** SPDX expressions that may be shipped, with the texts that belong to each. */
  private static final Map<String, List<String>> TEXTS =
      Map.of(
          "Apache-2.0",
          List.of("Apache-2.0"),
          "MIT",
          List.of("MIT"),
          "MIT-0",
          List.of("MIT-0"),
          "BSD-2-Clause",
          List.of("BSD-2-Clause"),
          "LGPL-3.0-only",
          List.of("LGPL-3.0-only", "GPL-3.0-only"),
          "GPL-2.0-only WITH Universal-FOSS-exception-1.0",
          List.of("GPL-2.0-with-Universal-FOSS-Exception-1.0"));

  private static final String HEAD =
      """
      # Licences of what is shipped with mdb

      Made by the build from the jars in `lib`. The texts are in the folder `licenses`: those of the licences, and in a folder per jar
      what that jar says itself. `bom.json` lists the same for programs (CycloneDX).

      mdb's own jars (`mdb-*.jar`) are not in this list.

      | jar | licence |
      |---|---|
      """;

  private static final String REMARKS =
      """

      - picocli is compiled again for Java 17 from its sources as published, without a change; its sources carry no licence file,
        its publisher names Apache-2.0.
      - mysql-connector-j is under the GPL 2 with the Universal FOSS Exception. Whoever passes it on with software that is not under
        a licence of that exception's list has to follow the GPL, or leave this jar out: only MySQL and MariaDB need it.
      - night-config (`core`, `toml`) is under the LGPL 3: its jars may be replaced by others of the same interface.
      - Some jars carry other libraries inside: tomlj the runtime of ANTLR 4 (BSD-3-Clause), netty-common JCTools (Apache-2.0),
        postgresql SCRAM of OnGres (BSD-2-Clause), sqlite-jdbc SQLite (public domain), kotlin-compiler-embeddable parts of the IntelliJ
        platform and what it is built with: https://github.com/JetBrains/kotlin/tree/master/license names those.
      """;

  private final List<Component> components;
  private final Path texts;
  private final Path target;

  /**
   * @param texts folder with a file per licence
   * @param target folder, is made
   */
  Licenses(List<Component> components, Path texts, Path target) {
    this.components = components;
    this.texts = texts;
    this.target = target;
  }

  void write() throws IOException {
    var table = new StringBuilder(HEAD);
    var notice = new StringBuilder("mdb is shipped with software of others, see LICENSES.md.\n");
    var used = new TreeSet<String>(List.of("BSD-3-Clause"));
    for (Component component : components) {
      used.addAll(texts(component));
      table.append("| `").append(component.file()).append("` | ");
      table.append(component.license()).append(" |\n");
      copyOwnTexts(component, notice);
    }
    Files.writeString(target.resolve("LICENSES.md"), table.append(REMARKS));
    Files.writeString(target.resolve("NOTICE"), notice);
    for (String each : used) copy(each + ".txt");
  }

  private static List<String> texts(Component component) {
    var names = TEXTS.get(component.license());
    if (names != null) return names;
    throw new IllegalStateException(
        component.id()
            + " is under '"
            + component.license()
            + "', for which there is no text in cli/src/build/licenses");
  }

  private void copy(String text) throws IOException {
    var folder = Files.createDirectories(target.resolve("licenses"));
    Files.writeString(folder.resolve(text), Files.readString(texts.resolve(text)));
  }

  private void copyOwnTexts(Component component, StringBuilder notice) throws IOException {
    try (var jar = new ZipFile(component.jar().toFile())) {
      for (var entry : jar.stream().filter(Licenses::isText).toList()) {
        var file = target.resolve("licenses").resolve(component.name()).resolve(flat(entry));
        var bytes = jar.getInputStream(entry).readAllBytes();
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
        if (!isNotice(entry)) continue;
        notice.append("\n---- ").append(component.file()).append("\n\n");
        notice.append(new String(bytes, StandardCharsets.UTF_8).strip()).append('\n');
      }
    }
  }

  private static boolean isText(ZipEntry entry) {
    var name = name(entry).toUpperCase(Locale.ROOT);
    boolean named = name.contains("LICENSE") || name.contains("NOTICE");
    return named && !entry.isDirectory() && !name.endsWith(".CLASS");
  }

  private static boolean isNotice(ZipEntry entry) {
    return name(entry).toUpperCase(Locale.ROOT).startsWith("NOTICE");
  }

  private static String name(ZipEntry entry) {
    return entry.getName().substring(entry.getName().lastIndexOf('/') + 1);
  }

  /** The way through the jar, in one name. */
  private static String flat(ZipEntry entry) {
    return entry.getName().replace("META-INF/", "").replace('/', '-');
  }
}
