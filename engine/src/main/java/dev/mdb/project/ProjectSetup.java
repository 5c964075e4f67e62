package dev.mdb.project;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What a project is opened with.
 *
 * @param config {@code mdb.toml} or another name; empty = upwards from the working folder
 * @param urls in place of configured ones, by resource
 * @param environment variables
 * @param workingFolder absolute; messages name files relative to it
 * @param compiler for scripts that are not compiled yet
 */
public record ProjectSetup(
    Optional<Path> config,
    Map<String, String> urls,
    Map<String, String> environment,
    Path workingFolder,
    ScriptCompiler compiler) {}
