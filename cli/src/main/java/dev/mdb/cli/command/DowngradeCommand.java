package dev.mdb.cli.command;

import dev.mdb.cli.Command;
import dev.mdb.cli.Options;
import dev.mdb.cli.Request;
import dev.mdb.cli.report.Report;
import dev.mdb.graph.Target;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** {@code mdb downgrade TARGET}. */
public final class DowngradeCommand implements Command {
  private static final String CASCADE = "--cascade";

  @Override
  public CommandSpec spec() {
    return Options.command("downgrade", "Take back what stands on the target.")
        .addPositional(
            Options.parameter("TARGET", "base, LABEL@base, an id that stays, -1, LABEL@-1, …"))
        .addOption(Options.flag("Take back what stands on it on other branches too.", CASCADE))
        .addOption(Migration.lockWait());
  }

  @Override
  public Report run(Request request) {
    var target = Target.parse(request.positionals().get(0));
    var selected = request.project().select(request.options().resources());
    var resources = new ArrayList<>(ResourceOrder.having(List.of(target), selected));
    // What depends on others goes first.
    Collections.reverse(resources);
    var cascade = request.has(CASCADE);
    return Migration.run(
        request, resources, (planner, applied) -> planner.downgrade(target, applied, cascade));
  }
}
