package dev.mdb.migrate;

import dev.mdb.operation.BlockContext;
import dev.mdb.project.RevisionScripts;
import dev.mdb.resource.Resource;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** What every block sees alike: its revision, its resource, and what the command line gave. */
abstract class StepBlock implements BlockContext {
  private final String revision;
  private final Resource resource;
  private final RevisionScripts scripts;
  private final RunSettings settings;

  StepBlock(String revision, Resource resource, RevisionScripts scripts, RunSettings settings) {
    this.revision = revision;
    this.resource = resource;
    this.scripts = scripts;
    this.settings = settings;
  }

  @Override
  public final String revision() {
    return revision;
  }

  @Override
  public final String kind() {
    return resource.kind();
  }

  @Override
  public final Map<String, String> arguments() {
    return settings.arguments();
  }

  @Override
  public final Optional<String> tag() {
    return settings.tag();
  }

  @Override
  public final Path folder() {
    return scripts.entry(revision).orElseThrow().path().getParent();
  }
}
