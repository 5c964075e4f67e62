package dev.mdb.cli;

import dev.mdb.cli.report.VersionReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Which mdb this is, as far as can be told without opening a jar or loading the compiler. */
final class Version {
  private Version() {}

  /** The version of the build, from the manifest of its jar. */
  static String text() {
    return Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
        .orElse("(unpacked)");
  }

  /**
   * @param properties value of a system property, null without: the launcher tells the build and
   *     where it lies
   */
  static VersionReport report(String version, UnaryOperator<String> properties) {
    return new VersionReport(
        version,
        Optional.ofNullable(properties.apply("mdb.build")),
        Optional.ofNullable(properties.apply("mdb.home")).flatMap(Version::commit),
        properties.apply("java.version") + ", " + properties.apply("java.vendor"),
        kotlin(properties.apply("java.class.path")));
  }

  private static Optional<String> commit(String home) {
    try {
      var text = Files.readString(Path.of(home, "lib", "build.commit")).strip();
      return Optional.of(text).filter(each -> !each.isEmpty());
    } catch (IOException none) {
      return Optional.empty();
    }
  }

  private static Optional<String> kotlin(String classPath) {
    var file = Pattern.compile("kotlin-stdlib-([0-9][^/\\\\]*)\\.jar").matcher(classPath);
    return file.find() ? Optional.of(file.group(1)) : Optional.empty();
  }
}
