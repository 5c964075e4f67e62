package dev.mdb.project;

/** Names of a project's files, where the configuration gives no others. */
public final class ProjectFiles {
  public static final String CONFIG = "mdb.toml";
  public static final String VERSIONS = "versions";
  public static final String TEMPLATE = "revision.kts.template";
  public static final String SCRIPT_SUFFIX = ".migration.kts";

  private ProjectFiles() {}
}
