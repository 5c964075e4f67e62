package dev.mdb.cli;

import dev.mdb.error.Category;
import dev.mdb.error.MdbException;
import dev.mdb.error.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/**
 * The options that every command takes, before or after its name.
 *
 * @param config {@code mdb.toml} or another name
 * @param resources names from {@code -n}; empty = all
 * @param url in place of the configured one, for the one resource that is meant
 * @param arguments from {@code -x}, for the scripts
 */
public record GlobalOptions(
    Optional<String> config,
    List<String> resources,
    Optional<String> url,
    Map<String, String> arguments,
    boolean json,
    boolean quiet,
    boolean verbose) {

  /** Those that take a value; whoever looks for the command's name must step over it. */
  static boolean takesValue(String argument) {
    return switch (argument) {
      case "-c", "--config", "-n", "--name", "-x", "--url" -> true;
      default -> false;
    };
  }

  static void addTo(CommandSpec spec) {
    for (var option : options()) spec.addOption(option);
  }

  /** For help: below the command's own. */
  static void addGroupTo(CommandSpec spec) {
    var group = ArgGroupSpec.builder().exclusive(false).validate(false);
    group.heading("%nGlobal options:%n");
    for (var option : options()) group.addArg(option);
    spec.addArgGroup(group.build());
  }

  private static List<OptionSpec> options() {
    return List.of(
        option(
            "FILE", "The configuration (default: mdb.toml, upwards from here).", "-c", "--config"),
        repeatable("RESOURCE", "Only this resource; repeatable.", "-n", "--name"),
        repeatable("NAME=VALUE", "An argument for the scripts; repeatable.", "-x"),
        option("URL", "Connect there, whatever the configuration says.", "--url"),
        flag("Data as JSON.", "--json"),
        flag("Only data and problems.", "-q", "--quiet"),
        flag("More detail, stack traces too.", "-v", "--verbose"),
        OptionSpec.builder("-h", "--help").usageHelp(true).description("Show this help.").build());
  }

  private static OptionSpec option(String label, String description, String... names) {
    return Options.value(label, description, names);
  }

  private static OptionSpec repeatable(String label, String description, String... names) {
    return Options.values(label, description, names);
  }

  private static OptionSpec flag(String description, String... names) {
    return Options.flag(description, names);
  }

  static GlobalOptions of(ParseResult before, ParseResult after) {
    return new GlobalOptions(
        last("-c", before, after),
        all("-n", before, after),
        last("--url", before, after),
        pairs(all("-x", before, after)),
        isSet("--json", before, after),
        isSet("-q", before, after),
        isSet("-v", before, after));
  }

  private static Optional<String> last(String name, ParseResult before, ParseResult after) {
    return Options.text(after, name).or(() -> Options.text(before, name));
  }

  private static List<String> all(String name, ParseResult before, ParseResult after) {
    var values = new ArrayList<>(Options.texts(before, name));
    if (after != before) values.addAll(Options.texts(after, name));
    return values;
  }

  private static boolean isSet(String name, ParseResult before, ParseResult after) {
    return before.hasMatchedOption(name) || after.hasMatchedOption(name);
  }

  private static Map<String, String> pairs(List<String> texts) {
    var pairs = new LinkedHashMap<String, String>();
    for (var text : texts) {
      int equals = text.indexOf('=');
      if (equals < 1) {
        throw new MdbException(
            Problem.of(Category.USAGE, "bad-argument", "-x wants NAME=VALUE, not '" + text + "'"));
      }
      pairs.put(text.substring(0, equals), text.substring(equals + 1));
    }
    return pairs;
  }
}
