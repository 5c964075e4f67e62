package dev.mdb.project;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What the keys of the configuration are for, in the order in which people meet them. Only those
 * who write about keys load it.
 */
public final class ConfigReference {
  private static final Map<ConfigType<?>, String> TYPES =
      Map.ofEntries(
          Map.entry(ConfigType.SECRET, "text, may hold `${…}`"),
          Map.entry(ConfigType.TEXT, "text"),
          Map.entry(ConfigType.TEXTS, "list of texts"),
          Map.entry(ConfigType.PATTERNS, "list of patterns"),
          Map.entry(ConfigType.KEEP_OR_DROP, "`\"keep\"` or `\"drop\"`"),
          Map.entry(ConfigType.LOCATIONS, "list of folders, at least one"),
          Map.entry(ConfigType.SWITCH, "`true` or `false`"),
          Map.entry(ConfigType.LENGTH, "number from 1 to 200"),
          Map.entry(ConfigType.TABLE, "name: letters, digits, `_`; up to 59"),
          Map.entry(ConfigType.SPAN, "duration: `\"500ms\"`, `\"5s\"`, `\"2m\"`, `\"1h\"`"),
          Map.entry(ConfigType.ZONE, "time zone"),
          Map.entry(ConfigType.FILE_NAME, "file name with tokens"));

  private ConfigReference() {}

  /**
   * @param type what its value may be
   * @param otherwise what holds where it is absent; empty = nothing
   */
  public record Key(String name, String type, String otherwise, String text) {}

  public static List<Key> keys() {
    return ConfigKey.ALL.stream().map(ConfigReference::key).toList();
  }

  private static Key key(ConfigKey<?> key) {
    return new Key(key.name(), TYPES.get(key.type()), otherwise(key), text(key));
  }

  /** Tokens of {@code file_template}. */
  public static String tokens() {
    return FileNameTemplate.tokens().stream()
        .map(token -> "`{" + token + "}`")
        .collect(Collectors.joining(", "));
  }

  private static String otherwise(ConfigKey<?> key) {
    return switch (key.name()) {
      case "url" -> "`MDB_<RESOURCE>_URL`, or `MDB_URL` for the only resource";
      case "locations" -> "`[\"" + ProjectFiles.VERSIONS + "\"]`";
      case "recursive" -> "`false`";
      case "version_table" -> "`\"" + ResourceBuilder.VERSION_TABLE + "\"`";
      case "version_schema" -> "the schema of the connection";
      case "file_template" -> "`\"" + FileNameTemplate.DEFAULT.text() + "\"`";
      case "timezone" -> "`\"UTC\"`";
      case "truncate_slug_length" -> "`" + ResourceBuilder.SLUG_LENGTH + "`";
      case "lock_timeout" -> "`\"" + ResourceBuilder.LOCK_TIMEOUT.toSeconds() + "s\"`";
      case "lock_wait" -> "`\"" + ResourceBuilder.LOCK_WAIT.toMinutes() + "m\"`";
      case "cache" -> "`MDB_CACHE`, or `mdb` in the user's cache folder";
      case "unknown_tables" -> "`\"keep\"`";
      case "template" -> "`\"" + ProjectFiles.TEMPLATE + "\"`";
      default -> "";
    };
  }

  private static String text(ConfigKey<?> key) {
    return switch (key.name()) {
      case "url" ->
          "Where the resource is: `postgresql://`, `mysql://`, `mariadb://`, `sqlite:PATH`, `redis://`,"
              + " `rediss://`, or with `jdbc:` in front. Parameters of the driver go behind `?`.";
      case "user" -> "Who logs in. Wins over a user in the URL.";
      case "password" -> "Data: it is never parsed and never printed. Wins over one in the URL.";
      case "locations" ->
          "Folders with scripts, relative to the configuration. New scripts go into the first one,"
              + " or into the folder of the branch that they continue.";
      case "recursive" -> "Look into the folders below the locations, too.";
      case "version_table" ->
          "The table with the applied revisions; its log is called the same with `_log` behind it. On"
              + " Redis, the beginning of mdb's keys.";
      case "version_schema" ->
          "The schema (MySQL: the database) of the version table. It is created when it is not there.";
      case "file_template" ->
          "The names of new scripts, without `.migration.kts`. Tokens: " + tokens() + ".";
      case "timezone" -> "Of the dates in names of scripts.";
      case "truncate_slug_length" -> "How much of the message goes into the name of a script.";
      case "lock_timeout" ->
          "How long a statement waits for a lock of the database, before it is tried again.";
      case "lock_wait" -> "How long a run waits for another one to finish. `--lock-wait` wins.";
      case "cache" -> "A folder for compiled scripts, relative to the configuration.";
      case "classpath" -> "Jars and class folders of your own, for scripts and models.";
      case "models" ->
          "Folders or `.kt` files with Exposed tables; packages or classes of `classpath`.";
      case "include" ->
          "Only these are compared with the models: names of tables, `index:NAME`, `sequence:NAME`, …; `*`"
              + " stands for any text, `?` for one sign.";
      case "exclude" -> "These are not compared with the models.";
      case "unknown_tables" ->
          "`\"drop\"`: a table that the models do not know is a difference. `\"keep\"`: it is left alone.";
      case "template" -> "The text of new scripts, relative to the configuration.";
      default -> throw new IllegalStateException("nothing is said about " + key.name());
    };
  }
}
