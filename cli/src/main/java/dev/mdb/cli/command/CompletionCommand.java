package dev.mdb.cli.command;

import dev.mdb.cli.Command;
import dev.mdb.cli.CommandHelp;
import dev.mdb.cli.Options;
import dev.mdb.cli.Request;
import dev.mdb.cli.completion.BashCompletion;
import dev.mdb.cli.completion.FishCompletion;
import dev.mdb.cli.report.CompletionReport;
import dev.mdb.cli.report.Report;
import dev.mdb.error.Category;
import dev.mdb.error.MdbException;
import dev.mdb.error.Problem;
import picocli.CommandLine.Model.CommandSpec;

/** {@code mdb completion SHELL}: a script that completes mdb's command lines; needs no project. */
public final class CompletionCommand implements Command {
  @Override
  public CommandSpec spec() {
    return Options.command("completion", "Print a script that completes commands and options.")
        .addPositional(Options.parameter("SHELL", "bash, zsh or fish."));
  }

  @Override
  public CommandHelp help() {
    return CommandHelp.of()
        .example(
            "for bash: into ~/.local/share/bash-completion/completions/mdb", "mdb completion bash")
        .example("for zsh: to be sourced by ~/.zshrc", "mdb completion zsh")
        .example("for fish: into ~/.config/fish/completions/mdb.fish", "mdb completion fish");
  }

  @Override
  public Report run(Request request) {
    var shell = request.positionals().get(0);
    return new CompletionReport(shell, script(shell, request));
  }

  private static String script(String shell, Request request) {
    return switch (shell) {
      case "bash" -> BashCompletion.script(request.completionModel());
      case "zsh" -> BashCompletion.zshScript(request.completionModel());
      case "fish" -> FishCompletion.script(request.completionModel());
      default -> throw unknown(shell);
    };
  }

  private static MdbException unknown(String shell) {
    var message = "there is no completion for '" + shell + "'";
    return new MdbException(
        Problem.of(Category.USAGE, "unknown-shell", message).help("bash, zsh or fish"));
  }
}
