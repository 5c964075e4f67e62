package dev.mdb.cli.report;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * {@code mdb --version}: {@code {"version", "build", "commit", "java", "kotlin"}}. What is not
 * known is left out.
 *
 * @param build names what is in the jars of mdb
 * @param commit where the build was told it
 * @param java version and vendor of the Java that runs
 * @param kotlin version of the language that scripts are compiled as
 */
public record VersionReport(
    String version,
    Optional<String> build,
    Optional<String> commit,
    String java,
    Optional<String> kotlin)
    implements Report {
  @Override
  public void print(TextOutput output) {
    output.line("mdb " + version);
    build.ifPresent(text -> output.line("build " + text));
    commit.ifPresent(text -> output.line("commit " + text));
    output.line("java " + java);
    kotlin.ifPresent(text -> output.line("kotlin " + text));
  }

  @Override
  public Map<String, Object> json() {
    var document = new LinkedHashMap<String, Object>();
    document.put("version", version);
    build.ifPresent(text -> document.put("build", text));
    commit.ifPresent(text -> document.put("commit", text));
    document.put("java", java);
    kotlin.ifPresent(text -> document.put("kotlin", text));
    return document;
  }
}
