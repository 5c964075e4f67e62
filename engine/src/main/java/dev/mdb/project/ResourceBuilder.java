package dev.mdb.project;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One resource from its own table, the {@code [defaults]} and the values that hold when neither
 * says anything.
 */
final class ResourceBuilder {
  static final String VERSION_TABLE = "mdb_version";
  static final Duration LOCK_TIMEOUT = Duration.ofSeconds(5);
  static final Duration LOCK_WAIT = Duration.ofMinutes(1);
  static final int SLUG_LENGTH = 40;

  private final ConfigTable own;
  private final ConfigTable defaults;
  private final Path folder;

  ResourceBuilder(ConfigTable own, ConfigTable defaults, Path folder) {
    this.own = own;
    this.defaults = defaults;
    this.folder = folder;
  }

  ResourceConfig build(String name, Consumer<ConfigFault> faults) {
    var config =
        new ResourceConfig(
            name,
            get(ConfigKey.URL),
            get(ConfigKey.USER),
            get(ConfigKey.PASSWORD),
            paths(ConfigKey.LOCATIONS, List.of(ProjectFiles.VERSIONS), faults),
            get(ConfigKey.RECURSIVE).orElse(false),
            get(ConfigKey.VERSION_TABLE).orElse(VERSION_TABLE),
            get(ConfigKey.VERSION_SCHEMA),
            get(ConfigKey.FILE_TEMPLATE).orElse(FileNameTemplate.DEFAULT),
            get(ConfigKey.TIMEZONE).orElse(ZoneOffset.UTC),
            get(ConfigKey.TRUNCATE_SLUG_LENGTH).orElse(SLUG_LENGTH),
            get(ConfigKey.LOCK_TIMEOUT).orElse(LOCK_TIMEOUT),
            get(ConfigKey.LOCK_WAIT).orElse(LOCK_WAIT),
            get(ConfigKey.CACHE).flatMap(text -> path(ConfigKey.CACHE, text, faults)),
            paths(ConfigKey.CLASSPATH, List.of(), faults),
            get(ConfigKey.MODELS).orElse(List.of()),
            comparison(),
            path(ConfigKey.TEMPLATE, get(ConfigKey.TEMPLATE).orElse(ProjectFiles.TEMPLATE), faults)
                .orElse(folder));
    checkFolders(config, faults);
    return config;
  }

  private ComparisonConfig comparison() {
    return new ComparisonConfig(
        get(ConfigKey.INCLUDE).orElse(List.of()),
        get(ConfigKey.EXCLUDE).orElse(List.of()),
        get(ConfigKey.UNKNOWN_TABLES).orElse("keep").equals("drop"));
  }

  private static final String FOLDERS_NEED_RECURSION =
      "'file_template' makes folders, which are not read without recursive = true";

  private void checkFolders(ResourceConfig config, Consumer<ConfigFault> faults) {
    if (!config.fileTemplate().hasFolders() || config.recursive()) return;
    faults.accept(
        new ConfigFault(
            origin(ConfigKey.FILE_TEMPLATE),
            "bad-value",
            FOLDERS_NEED_RECURSION,
            Optional.empty()));
  }

  private <T> Optional<T> get(ConfigKey<T> key) {
    return own.has(key) ? own.get(key) : defaults.get(key);
  }

  private List<Path> paths(
      ConfigKey<List<String>> key, List<String> otherwise, Consumer<ConfigFault> faults) {
    return get(key).orElse(otherwise).stream()
        .flatMap(text -> path(key, text, faults).stream())
        .toList();
  }

  private Optional<Path> path(ConfigKey<?> key, String text, Consumer<ConfigFault> faults) {
    try {
      return Optional.of(folder.resolve(text).normalize());
    } catch (InvalidPathException e) {
      var message = "'" + key.name() + "' is no path: " + e.getReason();
      faults.accept(new ConfigFault(origin(key), "bad-value", message, Optional.empty()));
      return Optional.empty();
    }
  }

  private List<String> origin(ConfigKey<?> key) {
    return (own.has(key) ? own : defaults).child(key.name());
  }
}
