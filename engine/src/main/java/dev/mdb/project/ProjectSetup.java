package dev.mdb.project;

import dev.mdb.error.Problem;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

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
 * @param notices takes what is no fault, but should be known; called by any thread, also twice with
 *     the same
 */
public record ProjectSetup(
    Optional<Path> config,
    Map<String, String> urls,
    Map<String, Login> logins,
    Map<String, String> environment,
    Path workingFolder,
    Optional<Path> cache,
    ScriptCompiler compiler,
    Consumer<Problem> notices) {
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
      ScriptCompiler compiler,
      Consumer<Problem> notices) {
    this(config, urls, Map.of(), environment, workingFolder, Optional.empty(), compiler, notices);
  }

  /** The same for whoever does not want to know. */
  public ProjectSetup(
      Optional<Path> config,
      Map<String, String> urls,
      Map<String, String> environment,
      Path workingFolder,
      ScriptCompiler compiler) {
    this(config, urls, environment, workingFolder, compiler, notice -> {});
  }

  public ProjectSetup cache(Path folder) {
    return new ProjectSetup(
        config, urls, logins, environment, workingFolder, Optional.of(folder), compiler, notices);
  }
}
