package dev.mdb.project;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What a project is opened with.
 *
 * @param config {@code mdb.toml} or another name; empty = upwards from the working folder
 * @param urls in place of configured ones, by resource
 * @param logins in place of configured ones, by resource
 * @param environment variables
 * @param workingFolder absolute; messages name files relative to it
 * @param cache in place of the configured one, absolute
 * @param compiler for scripts that are not compiled yet
 */
public record ProjectSetup(
    Optional<Path> config,
    Map<String, String> urls,
    Map<String, Login> logins,
    Map<String, String> environment,
    Path workingFolder,
    Optional<Path> cache,
    ScriptCompiler compiler) {
  public ProjectSetup {
    urls = Map.copyOf(urls);
    logins = Map.copyOf(logins);
  }

  /** With logins and cache as configured. */
  public ProjectSetup(
      Optional<Path> config,
      Map<String, String> urls,
      Map<String, String> environment,
      Path workingFolder,
      ScriptCompiler compiler) {
    this(config, urls, Map.of(), environment, workingFolder, Optional.empty(), compiler);
  }

  public ProjectSetup cache(Path folder) {
    return new ProjectSetup(
        config, urls, logins, environment, workingFolder, Optional.of(folder), compiler);
  }
}
