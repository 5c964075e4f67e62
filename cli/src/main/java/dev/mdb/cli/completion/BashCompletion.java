package dev.mdb.cli.completion;

import java.util.stream.Collectors;
import picocli.AutoComplete;
import picocli.CommandLine;

/** By picocli: for bash, and for zsh, which reads it through its own {@code bashcompinit}. */
public final class BashCompletion {
  private BashCompletion() {}

  /**
   * @param model see {@link ResourceNames#WANTED}
   */
  public static String script(CommandLine model) {
    String name = ResourceNames.WANTED.get(0);
    String script =
        AutoComplete.bash("mdb", model).replace("(\"" + name + "\")", "($(" + name + "))");
    return script + "\n" + ResourceNames.BASH_FUNCTION;
  }

  /** The same without bash's {@code compopt}, for which zsh has no word. */
  public static String zshScript(CommandLine model) {
    return script(model)
        .lines()
        .filter(line -> !line.contains("compopt"))
        .collect(Collectors.joining("\n", "", "\n"));
  }

  /**
   * As a file on zsh's {@code fpath}: its first line is looked for there, and the file is run when
   * somebody first completes.
   */
  public static String zshFile(CommandLine model) {
    return "#compdef mdb\n" + zshScript(model) + "\n_bash_complete -o default -F _complete_mdb\n";
  }
}
