package dev.mdb.cli.completion;

import picocli.AutoComplete;
import picocli.CommandLine;

/** For bash, and for zsh, which reads it through its own {@code bashcompinit}: by picocli. */
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
}
