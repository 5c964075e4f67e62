package dev.mdb.cli.completion;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * For fish, for which picocli writes none: one line per command and per option, after fish's own
 * documentation of {@code complete}.
 */
public final class FishCompletion {
  private final StringBuilder script = new StringBuilder();

  private FishCompletion() {}

  /**
   * @param model see {@link ResourceNames#WANTED}
   */
  public static String script(CommandLine model) {
    var writer = new FishCompletion();
    writer.script.append("# Completion of mdb for fish.\n\n").append(ResourceNames.FISH_FUNCTION);
    writer.script.append("\ncomplete -c mdb -f\n");
    writer.arguments(model.getCommandSpec(), "__fish_use_subcommand");
    writer.commands(model.getSubcommands());
    return writer.script.toString();
  }

  private void commands(Map<String, CommandLine> commands) {
    commands.forEach(
        (name, command) -> {
          var spec = command.getCommandSpec();
          line("__fish_use_subcommand", List.of("-a", name), spec.usageMessage().description());
          arguments(spec, "__fish_seen_subcommand_from " + name);
        });
  }

  private void arguments(CommandSpec spec, String condition) {
    for (OptionSpec option : spec.options()) {
      var words = new ArrayList<String>();
      for (String name : option.names())
        words.addAll(List.of(kind(name), name.replaceFirst("^-+", "")));
      if (option.arity().max() > 0) words.addAll(value(option));
      line(condition, words, option.description());
    }
    for (ArgSpec positional : spec.positionalParameters()) {
      if (isFile(positional)) line(condition, List.of("-F"), new String[0]);
      else if (positional.completionCandidates() != null) {
        line(condition, List.of("-a", quoted(joined(positional))), new String[0]);
      }
    }
  }

  private static String kind(String name) {
    return name.startsWith("--") ? "-l" : "-s";
  }

  private static List<String> value(ArgSpec option) {
    if (isFile(option)) return List.of("-r", "-F");
    if (option.completionCandidates() == null) return List.of("-x");
    return List.of("-x", "-a", quoted("(" + joined(option) + ")"));
  }

  private static boolean isFile(ArgSpec argument) {
    return argument.type().equals(Path.class);
  }

  private static String joined(ArgSpec argument) {
    return String.join(" ", argument.completionCandidates());
  }

  private void line(String condition, List<String> words, String[] description) {
    var line = new StringJoiner(" ", "complete -c mdb ", "\n");
    line.add("-n").add(quoted(condition));
    words.forEach(line::add);
    if (description.length > 0) line.add("-d").add(quoted(description[0]));
    script.append(line);
  }

  /** In single quotes fish reads only a backslash and a quote. */
  private static String quoted(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}
