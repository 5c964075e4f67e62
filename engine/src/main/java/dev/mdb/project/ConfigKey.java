package dev.mdb.project;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;

/** A key that may stand in {@code [defaults]} and in {@code [resources.NAME]}. */
record ConfigKey<T>(String name, ConfigType<T> type) {
  static final ConfigKey<String> URL = new ConfigKey<>("url", ConfigType.SECRET);
  static final ConfigKey<String> USER = new ConfigKey<>("user", ConfigType.SECRET);
  static final ConfigKey<String> PASSWORD = new ConfigKey<>("password", ConfigType.SECRET);
  static final ConfigKey<List<String>> LOCATIONS =
      new ConfigKey<>("locations", ConfigType.LOCATIONS);
  static final ConfigKey<Boolean> RECURSIVE = new ConfigKey<>("recursive", ConfigType.SWITCH);
  static final ConfigKey<String> VERSION_TABLE = new ConfigKey<>("version_table", ConfigType.TABLE);
  static final ConfigKey<String> VERSION_SCHEMA =
      new ConfigKey<>("version_schema", ConfigType.TABLE);
  static final ConfigKey<FileNameTemplate> FILE_TEMPLATE =
      new ConfigKey<>("file_template", ConfigType.FILE_NAME);
  static final ConfigKey<ZoneId> TIMEZONE = new ConfigKey<>("timezone", ConfigType.ZONE);
  static final ConfigKey<Integer> TRUNCATE_SLUG_LENGTH =
      new ConfigKey<>("truncate_slug_length", ConfigType.LENGTH);
  static final ConfigKey<Duration> LOCK_TIMEOUT = new ConfigKey<>("lock_timeout", ConfigType.SPAN);
  static final ConfigKey<Duration> LOCK_WAIT = new ConfigKey<>("lock_wait", ConfigType.SPAN);
  static final ConfigKey<String> CACHE = new ConfigKey<>("cache", ConfigType.TEXT);
  static final ConfigKey<List<String>> CLASSPATH = new ConfigKey<>("classpath", ConfigType.TEXTS);
  static final ConfigKey<List<String>> MODELS = new ConfigKey<>("models", ConfigType.TEXTS);
  static final ConfigKey<List<String>> INCLUDE = new ConfigKey<>("include", ConfigType.PATTERNS);
  static final ConfigKey<List<String>> EXCLUDE = new ConfigKey<>("exclude", ConfigType.PATTERNS);
  static final ConfigKey<String> UNKNOWN_TABLES =
      new ConfigKey<>("unknown_tables", ConfigType.KEEP_OR_DROP);
  static final ConfigKey<String> TEMPLATE = new ConfigKey<>("template", ConfigType.TEXT);

  static final List<ConfigKey<?>> ALL =
      List.of(
          URL,
          USER,
          PASSWORD,
          LOCATIONS,
          RECURSIVE,
          VERSION_TABLE,
          VERSION_SCHEMA,
          FILE_TEMPLATE,
          TIMEZONE,
          TRUNCATE_SLUG_LENGTH,
          LOCK_TIMEOUT,
          LOCK_WAIT,
          CACHE,
          CLASSPATH,
          MODELS,
          INCLUDE,
          EXCLUDE,
          UNKNOWN_TABLES,
          TEMPLATE);

  static List<String> names() {
    return ALL.stream().<String>map(ConfigKey::name).toList();
  }
}
