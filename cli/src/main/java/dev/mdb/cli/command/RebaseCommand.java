package dev.mdb.cli.command;

import dev.mdb.cli.Command;
import dev.mdb.cli.CommandHelp;
import dev.mdb.cli.Options;
import dev.mdb.cli.Request;
import dev.mdb.cli.report.RebasedReport;
import dev.mdb.cli.report.Report;
import dev.mdb.error.Category;
import dev.mdb.error.MdbException;
import dev.mdb.error.Problem;
import dev.mdb.migrate.AppliedSets;
import dev.mdb.project.author.RebaseRequest;
import dev.mdb.project.author.RebaseRequest.Databases;
import dev.mdb.project.author.Rebaser;
import picocli.CommandLine.Model.CommandSpec;

/** {@code mdb rebase REVISION --onto TARGET}: another parent for a script. */
public final class RebaseCommand implements Command {
  private static final String ONTO = "--onto";
  private static final String PARENT = "--parent";
  private static final String FORCE = "--force";
  private static final String OFFLINE = "--offline";

  @Override
  public CommandSpec spec() {
    return Options.command(
            "rebase",
            "Give a revision that is not applied another parent.",
            "Rewrites down(…) in its script.")
        .addPositional(Options.parameter("TARGET", "The revision: an id, a label, …"))
        .addOption(Options.value("TARGET", "Its new parent; base for none.", ONTO))
        .addOption(Options.value("TARGET", "Which parent of a merge goes.", PARENT))
        .addOption(Options.flag("Also when it is applied somewhere.", FORCE))
        .addOption(Options.flag("Leave the databases alone.", OFFLINE));
  }

  @Override
  public CommandHelp help() {
    return CommandHelp.ofDatabases()
        .example(
            "put a revision after what a colleague has just pushed",
            "mdb rebase ab12cd --onto ef34ab")
        .example("start a line of its own with it", "mdb rebase ab12cd --onto base")
        .example(
            "another parent in place of one of a merge's, without a database",
            "mdb rebase ab12cd --parent ef34ab --onto 99aa00 --offline");
  }

  @Override
  public Report run(Request request) {
    var project = request.project();
    var resource = Authoring.resource(project, request);
    var onto = request.text(ONTO).orElseThrow(RebaseCommand::withoutOnto);
    var wanted =
        new RebaseRequest(
            request.positionals().get(0), onto, request.text(PARENT), databases(request));
    var rebaser =
        new Rebaser(project.resources(), resource, () -> AppliedSets.of(resource.readApplied()));
    return RebasedReport.of(
        rebaser.rebase(wanted), resource.name(), request.host().workingFolder());
  }

  private static Databases databases(Request request) {
    if (request.has(OFFLINE)) return Databases.LEAVE;
    return request.has(FORCE) ? Databases.TELL : Databases.CHECK;
  }

  private static MdbException withoutOnto() {
    return new MdbException(
        Problem.of(Category.USAGE, "bad-arguments", "rebase wants the new parent")
            .help("mdb rebase REVISION --onto TARGET; base is no parent at all"));
  }
}
