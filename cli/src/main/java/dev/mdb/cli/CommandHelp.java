package dev.mdb.cli;

import java.util.ArrayList;
import java.util.List;

/**
 * What the help of a command shows beside its options. Made only for those who ask for help.
 *
 * @param variables that concern this command more than others
 */
public record CommandHelp(List<Example> examples, List<Variable> variables) {
  public CommandHelp {
    examples = List.copyOf(examples);
    variables = List.copyOf(variables);
  }

  /**
   * @param text what it is good for, in one line without a full stop
   * @param line as typed into a shell, from {@code mdb} on
   */
  public record Example(String text, String line) {}

  /** Of a command that reads the scripts of a project. */
  public static CommandHelp ofScripts() {
    return of(Variable.CACHE);
  }

  /** Of a command that also connects to databases. */
  public static CommandHelp ofDatabases() {
    return of(Variable.URL, Variable.RESOURCE_URL, Variable.CACHE);
  }

  public static CommandHelp of(Variable... variables) {
    return new CommandHelp(List.of(), List.of(variables));
  }

  /** With one example more. */
  public CommandHelp example(String text, String line) {
    var more = new ArrayList<>(examples);
    more.add(new Example(text, line));
    return new CommandHelp(more, variables);
  }
}
