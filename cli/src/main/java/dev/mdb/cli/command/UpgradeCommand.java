package dev.mdb.cli.command;

import dev.mdb.cli.Command;
import dev.mdb.cli.Options;
import dev.mdb.cli.Request;
import dev.mdb.cli.report.Report;
import dev.mdb.graph.Target;
import picocli.CommandLine.Model.CommandSpec;

/** {@code mdb upgrade TARGET…}. */
public final class UpgradeCommand implements Command {
  @Override
  public CommandSpec spec() {
    return Options.command("upgrade", "Apply everything up to the targets.")
        .addPositional(
            Options.parameters("TARGET", "heads, head, LABEL@head, an id, +1, …", "1..*"))
        .addOption(Migration.lockWait());
  }

  @Override
  public Report run(Request request) {
    var targets = request.positionals().stream().map(Target::parse).toList();
    var selected = request.project().select(request.options().resources());
    return Migration.run(
        request,
        ResourceOrder.having(targets, selected),
        (planner, applied) -> planner.upgrade(targets, applied));
  }
}
