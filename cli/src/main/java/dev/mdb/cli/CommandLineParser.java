package dev.mdb.cli;

import dev.mdb.error.Category;
import dev.mdb.error.MdbException;
import dev.mdb.error.Problem;
import dev.mdb.project.NearestName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Arguments to a {@link Request}. Builds picocli's model of one command only, the one that is asked
 * for; what help shows is in {@link HelpModel}.
 */
final class CommandLineParser {
  private final String version;

  CommandLineParser(String version) {
    this.version = version;
  }

  /** A command and what to run it with. */
  record Parsed(Command command, ParseResult before, ParseResult after) {}

  /** What came out of the arguments: one of the two is there. */
  record Outcome(Optional<Parsed> parsed, Optional<CommandLine> help, boolean version) {}

  Outcome parse(String... arguments) {
    var word = commandWord(arguments);
    var name = word.flatMap(CommandName::of);
    if (word.isPresent() && name.isEmpty()) throw unknownCommand(word.get());
    var command = name.map(CommandName::create);
    var line = model(name, command);
    try {
      return outcome(name, command, line.parseArgs(Options.hideNumbers(arguments)));
    } catch (ParameterException e) {
      throw new MdbException(problem(e));
    }
  }

  private Outcome outcome(
      Optional<CommandName> name, Optional<Command> command, ParseResult result) {
    var after = result.hasSubcommand() ? result.subcommand() : result;
    if (result.isUsageHelpRequested() || after.isUsageHelpRequested()) {
      return new Outcome(Optional.empty(), Optional.of(help(name)), false);
    }
    if (result.hasMatchedOption("--version")) {
      return new Outcome(Optional.empty(), Optional.empty(), true);
    }
    var parsed = command.map(found -> new Parsed(found, result, after));
    return new Outcome(parsed, Optional.empty(), false);
  }

  /** The first argument that is neither an option nor the value of one. */
  private static Optional<String> commandWord(String... arguments) {
    for (int i = 0; i < arguments.length; i++) {
      if (GlobalOptions.takesValue(arguments[i])) i++;
      else if (!arguments[i].startsWith("-")) return Optional.of(arguments[i]);
    }
    return Optional.empty();
  }

  private CommandLine help(Optional<CommandName> name) {
    var whole = wholeModel();
    return name.map(each -> whole.getSubcommands().get(each.text())).orElse(whole);
  }

  /** All commands, with everything that help shows. */
  CommandLine wholeModel() {
    return configured(HelpModel.of(root()));
  }

  /** For completion scripts. */
  CommandLine completionModel() {
    return CompletionModel.of(root());
  }

  private CommandLine model(Optional<CommandName> name, Optional<Command> command) {
    var root = root();
    command.ifPresent(found -> add(root, name.orElseThrow(), found));
    return configured(new CommandLine(root));
  }

  private CommandSpec root() {
    var root =
        Options.command("mdb", "Runs revision scripts against the data resources of a project.");
    root.usageMessage().synopsisSubcommandLabel("COMMAND");
    GlobalOptions.addTo(root);
    root.addOption(
        OptionSpec.builder("-V", "--version")
            .description("Show the version, " + version + ".")
            .build());
    return root;
  }

  private static void add(CommandSpec root, CommandName name, Command command) {
    var spec = command.spec();
    GlobalOptions.addTo(spec);
    root.addSubcommand(name.text(), spec);
  }

  private static CommandLine configured(CommandLine line) {
    // '@' stands between a branch and a symbol, it names no file of arguments.
    return line.setExpandAtFiles(false).setInterpolateVariables(false);
  }

  private static MdbException unknownCommand(String word) {
    var problem = Problem.of(Category.USAGE, "unknown-command", "unknown command '" + word + "'");
    var help =
        NearestName.question(word, CommandName.texts())
            .orElse("there are " + String.join(", ", CommandName.texts()));
    return new MdbException(problem.help(help));
  }

  private static Problem problem(ParameterException failure) {
    var spec = failure.getCommandLine().getCommandSpec();
    var usage = "'" + spec.qualifiedName() + " --help' shows the options";
    if (failure instanceof UnmatchedArgumentException unmatched) {
      return unmatched(unmatched.getUnmatched(), spec).orElseThrow();
    }
    if (failure instanceof MissingParameterException missing && !missing.getMissing().isEmpty()) {
      return missing(missing.getMissing(), spec).help(example(spec).orElse(usage));
    }
    var message = Options.shown(failure.getMessage());
    return Problem.of(Category.USAGE, "bad-arguments", decapitalised(message)).help(usage);
  }

  private static Problem missing(List<ArgSpec> missing, CommandSpec spec) {
    var labels = missing.stream().map(ArgSpec::paramLabel).collect(Collectors.joining(", "));
    var who =
        missing.get(0) instanceof OptionSpec option ? option.longestName() : spec.qualifiedName();
    return Problem.of(Category.USAGE, "bad-arguments", "'" + who + "' needs " + labels);
  }

  private static Optional<String> example(CommandSpec spec) {
    return CommandName.of(spec.name())
        .map(name -> "for example: " + name.create().help().examples().get(0).line());
  }

  private static Optional<Problem> unmatched(List<String> arguments, CommandSpec spec) {
    return arguments.stream().findFirst().map(Options::shown).map(first -> unmatched(first, spec));
  }

  private static Problem unmatched(String argument, CommandSpec spec) {
    var option = argument.replaceFirst("=.*", "");
    var usage = "'" + spec.qualifiedName() + " --help' shows the options";
    if (!option.startsWith("-")) {
      var message =
          "'" + argument + "' is one argument too many for '" + spec.qualifiedName() + "'";
      return Problem.of(Category.USAGE, "bad-arguments", message).help(usage);
    }
    var known = new ArrayList<>(spec.optionsMap().keySet());
    var message = "unknown option '" + option + "' for '" + spec.qualifiedName() + "'";
    return Problem.of(Category.USAGE, "unknown-option", message)
        .help(NearestName.question(option, known).orElse(usage));
  }

  private static String decapitalised(String sentence) {
    return sentence.substring(0, 1).toLowerCase(java.util.Locale.ROOT) + sentence.substring(1);
  }
}
