package dev.mdb.resource.jdbc;

import dev.mdb.error.Category;
import dev.mdb.error.MdbException;
import dev.mdb.error.Problem;
import dev.mdb.resource.ResourceSettings;
import java.util.Optional;
import java.util.function.ToIntFunction;

/** A table, with its schema where one was given. */
public record TableName(Optional<String> schema, String name) {
  private static final String LOG = "_log";

  /**
   * The version table of a resource, whose log must fit as well: an engine that cuts long names off
   * would take one for the other.
   *
   * @param longest what the engine takes
   * @param length of a name in the engine's measure
   * @throws MdbException of category USAGE for a longer name
   */
  public static TableName versionTable(
      ResourceSettings settings, int longest, ToIntFunction<String> length) {
    var table = new TableName(settings.versionSchema(), settings.versionTable());
    if (length.applyAsInt(table.log().name()) > longest) {
      throw new MdbException(
          Problem.of(
                  Category.USAGE,
                  "name-too-long",
                  "the version_table of resource '" + settings.name() + "' is too long")
              .inResource(settings.name())
              .help("it may have %d letters here".formatted(longest - LOG.length())));
    }
    return table;
  }

  TableName log() {
    return new TableName(schema, name + LOG);
  }

  public String quoted(JdbcEngine engine) {
    return schema.map(s -> engine.quote(s) + ".").orElse("") + engine.quote(name);
  }
}
