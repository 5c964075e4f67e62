package dev.mdb.cli.command;

import dev.mdb.cli.Command;
import dev.mdb.cli.CommandHelp;
import dev.mdb.cli.Options;
import dev.mdb.cli.Request;
import dev.mdb.cli.report.Report;
import dev.mdb.project.author.RevisionRequest;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/** {@code mdb merge A B}: a new script that joins branches. */
public final class MergeCommand implements Command {
  @Override
  public CommandSpec spec() {
    return Options.command("merge", "Write a revision script that joins branches.")
        .addPositional(
            Options.parameters(
                "TARGET", "What to join; 'heads' for all that have no child.", "1..*"))
        .addOption(Options.value("TEXT", "What it does.", "-m", RevisionCommand.MESSAGE))
        .addOption(
            Options.value("ID", "Its id; twelve random digits if absent.", RevisionCommand.ID))
        .addOption(Options.values("LABEL", "A label for it.", RevisionCommand.LABEL));
  }

  @Override
  public CommandHelp help() {
    return CommandHelp.ofScripts()
        .example("join all heads", "mdb merge heads -m \"join\"")
        .example(
            "join two heads of the same branch, which two people made", "mdb merge ab12cd ef34ab")
        .example(
            "join the heads of two branches under a new label",
            "mdb merge CORE@head BILLING@head --branch-label ALL");
  }

  @Override
  public Report run(Request request) {
    var resource = Authoring.resource(request);
    var targets = request.positionals();
    var wanted =
        new RevisionRequest(
            request.text(RevisionCommand.MESSAGE).orElse("Merge " + String.join(" and ", targets)),
            request.text(RevisionCommand.ID),
            targets,
            false,
            request.texts(RevisionCommand.LABEL),
            List.of(),
            Optional.empty());
    return Authoring.report(Authoring.author(resource, request).merge(wanted), resource, request);
  }
}
