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
 * @param environment variables
 * @param workingFolder absolute; messages name files relative to it
 * @param compiler for scripts that are not compiled yet
 * @param notices takes what is no fault, but should be known; called by any thread, also twice with
 *     the same
 */
public record ProjectSetup(
    Optional<Path> config,
    Map<String, String> urls,
    Map<String, String> environment,
    Path workingFolder,
    ScriptCompiler compiler,
    Consumer<Problem> notices) {

  /** Whoever does not want to know. */
  public ProjectSetup(
      Optional<Path> config,
      Map<String, String> urls,
      Map<String, String> environment,
      Path workingFolder,
      ScriptCompiler compiler) {
    this(config, urls, environment, workingFolder, compiler, notice -> {});
  }
}
