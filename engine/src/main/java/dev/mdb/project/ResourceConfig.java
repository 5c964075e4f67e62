package dev.mdb.project;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * One {@code [resources.NAME]} with the {@code [defaults]} filled in. {@code url}, {@code user} and
 * {@code password} are as written, resolvers included: they are resolved when somebody connects
 * ({@link Secrets}).
 *
 * @param url empty when only the environment gives one
 * @param locations absolute folders of scripts, in load order
 * @param versionTable name of the state table; the log is {@code <name>_log}
 * @param lockTimeout how long a statement waits for a lock of the database
 * @param lockWait how long a run waits for another run to finish
 * @param cache folder for compiled scripts; empty = the user's cache folder
 * @param classpath the user's own jars and class folders, absolute
 * @param models as written: folders and files with Exposed tables, relative to the file; packages
 *     and classes of {@code classpath}
 * @param comparison how the resource is compared with its models
 * @param template the script template for new revisions, absolute
 */
public record ResourceConfig(
    String name,
    Optional<String> url,
    Optional<String> user,
    Optional<String> password,
    List<Path> locations,
    boolean recursive,
    String versionTable,
    Optional<String> versionSchema,
    FileNameTemplate fileTemplate,
    ZoneId timezone,
    int truncateSlugLength,
    Duration lockTimeout,
    Duration lockWait,
    Optional<Path> cache,
    List<Path> classpath,
    List<String> models,
    ComparisonConfig comparison,
    Path template) {
  public ResourceConfig {
    locations = List.copyOf(locations);
    classpath = List.copyOf(classpath);
    models = List.copyOf(models);
  }

  /** The URL and the password are not for logs. */
  @Override
  public String toString() {
    return "ResourceConfig[" + name + "]";
  }
}
