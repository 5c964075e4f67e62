package dev.mdb.cli.command;

import dev.mdb.cli.Options;
import dev.mdb.cli.Request;
import dev.mdb.error.Category;
import dev.mdb.error.MdbException;
import dev.mdb.error.Problem;
import dev.mdb.project.ComparisonRequest;
import dev.mdb.schema.diff.CatalogDiff;
import dev.mdb.schema.diff.Rename;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** What the commands that compare models with a database share. */
final class Comparing {
  static final String RENAME = "--rename";
  private static final String INCLUDE = "--include";
  private static final String EXCLUDE = "--exclude";
  private static final String DROP_UNKNOWN = "--drop-unknown";

  private Comparing() {}

  static CommandSpec addOptions(CommandSpec spec) {
    return spec.addOption(
            Options.values(
                "PATTERN",
                "Compare only these: table names, or index:NAME, sequence:NAME, …",
                INCLUDE))
        .addOption(Options.values("PATTERN", "Do not compare these.", EXCLUDE))
        .addOption(Options.flag("Tables that the models do not know are to go.", DROP_UNKNOWN));
  }

  /**
   * @param renames of {@link #RENAME}
   */
  static ComparisonRequest request(Request request, List<String> renames) {
    return new ComparisonRequest(
        renames.stream().map(Rename::parse).toList(),
        request.texts(INCLUDE),
        request.texts(EXCLUDE),
        request.has(DROP_UNKNOWN));
  }

  /** They would be without effect. */
  static void refuseOptions(Request request, String needed) {
    for (var option : List.of(RENAME, INCLUDE, EXCLUDE, DROP_UNKNOWN)) {
      if (!request.has(option)) continue;
      var message = option + " says how models and database are compared";
      throw new MdbException(
          Problem.of(Category.USAGE, "bad-arguments", message).help("add " + needed));
    }
  }

  /** What was seen beside the differences. */
  static void sayRest(CatalogDiff diff, String prefix, Request request) {
    diff.hints().forEach(hint -> request.say(prefix + "hint: " + hint));
    diff.leftAlone()
        .forEach(each -> request.say(prefix + "not in the models, left alone: " + each));
    diff.notCompared().forEach(each -> request.say(prefix + "not compared: " + each));
  }
}
