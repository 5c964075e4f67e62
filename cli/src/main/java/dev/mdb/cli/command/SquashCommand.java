package dev.mdb.cli.command;

import dev.mdb.cli.Command;
import dev.mdb.cli.CommandHelp;
import dev.mdb.cli.Options;
import dev.mdb.cli.Request;
import dev.mdb.cli.report.Report;
import dev.mdb.cli.report.SquashedReport;
import dev.mdb.error.Category;
import dev.mdb.error.MdbException;
import dev.mdb.error.Problem;
import dev.mdb.project.author.SquashRequest;
import dev.mdb.project.author.SquashRequest.OldScripts;
import dev.mdb.project.author.Squasher;
import picocli.CommandLine.Model.CommandSpec;

/** {@code mdb squash FROM:TO}: one revision in place of a run of them. */
public final class SquashCommand implements Command {
  private static final String DELETE = "--delete";
  private static final String ARCHIVE = "--archive";

  @Override
  public CommandSpec spec() {
    return Options.command(
            "squash",
            "Make one revision of a run of neighbours on one line.",
            "A database that has run all of them counts the new one as applied.")
        .addPositional(Options.parameter("FROM:TO", "The run, both ends included."))
        .addOption(
            Options.value("TEXT", "What the new revision does.", "-m", RevisionCommand.MESSAGE))
        .addOption(
            Options.value("ID", "Its id; twelve random digits if absent.", RevisionCommand.ID))
        .addOption(
            Options.value(
                "FOLDER",
                "Where the old scripts go (default: archive, beside the location).",
                ARCHIVE))
        .addOption(Options.flag("Remove the old scripts.", DELETE));
  }

  @Override
  public CommandHelp help() {
    return CommandHelp.ofScripts()
        .example(
            "one revision in place of three; the old scripts go to archive",
            "mdb squash ab12cd:ef34ab -m \"posts, as they are since May\"")
        .example("the same, without keeping the old scripts", "mdb squash ab12cd:ef34ab --delete")
        .example(
            "keep them in a folder of your choice",
            "mdb squash base:ef34ab --archive old --rev-id first_year");
  }

  @Override
  public Report run(Request request) {
    var project = request.project();
    var resource = Authoring.resource(project, request);
    var host = request.host();
    var wanted =
        new SquashRequest(
            request.positionals().get(0),
            request.text(RevisionCommand.MESSAGE),
            request.text(RevisionCommand.ID),
            oldScripts(request));
    var squasher = new Squasher(project.resources(), resource, host.clock(), host.ids()::next);
    return SquashedReport.of(squasher.squash(wanted), resource.name(), host.workingFolder());
  }

  private static OldScripts oldScripts(Request request) {
    var folder = request.text(ARCHIVE).map(request.host().workingFolder()::resolve);
    if (!request.has(DELETE)) return new OldScripts.Archive(folder);
    if (folder.isEmpty()) return new OldScripts.Delete();
    var message = "--delete keeps no script, and --archive says where to keep them";
    throw new MdbException(Problem.of(Category.USAGE, "bad-arguments", message));
  }
}
