package dev.mdb.cli.command;

import dev.mdb.cli.Command;
import dev.mdb.cli.CommandHelp;
import dev.mdb.cli.Options;
import dev.mdb.cli.Request;
import dev.mdb.cli.report.Report;
import dev.mdb.cli.report.VerifyReport;
import dev.mdb.error.Category;
import dev.mdb.error.MdbException;
import dev.mdb.error.Problem;
import dev.mdb.project.ProjectResource;
import dev.mdb.project.ScriptEntry;
import dev.mdb.project.author.RecordedScript;
import dev.mdb.resource.AppliedRevision;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/**
 * {@code mdb verify}: do all scripts compile, is the graph sound, are applied scripts as they were?
 */
public final class VerifyCommand implements Command {
  private static final String OFFLINE = "--offline";

  @Override
  public CommandSpec spec() {
    return Options.command(
            "verify", "Check scripts and graph, and that applied scripts are unchanged.")
        .addOption(Options.flag("Leave the databases alone.", OFFLINE));
  }

  @Override
  public CommandHelp help() {
    return CommandHelp.ofDatabases()
        .example("scripts, graph, and whether applied scripts are as they were", "mdb verify")
        .example("without a database, for CI", "mdb verify --offline")
        .example("one resource, for a program", "mdb -n clientdb verify --json");
  }

  @Override
  public Report run(Request request) {
    var selected = request.project().select(request.options().resources());
    var problems = new ArrayList<Problem>();
    for (var resource : selected) {
      problems.addAll(scripts(resource));
      if (!request.has(OFFLINE)) problems.addAll(changed(resource));
    }
    int revisions = selected.stream().mapToInt(each -> each.graph().size()).sum();
    return new VerifyReport(revisions, problems);
  }

  /** What the graph says, and what the compiler says of the scripts that the graph could read. */
  private static List<Problem> scripts(ProjectResource resource) {
    var problems = new ArrayList<>(resource.problems());
    try {
      resource.scripts().prepare(RevisionViews.ids(resource.graph().revisions()));
    } catch (MdbException e) {
      e.problems().stream()
          .map(problem -> problem.inResource(resource.name()))
          .filter(problem -> !problems.contains(problem))
          .forEach(problems::add);
    }
    return problems;
  }

  private static List<Problem> changed(ProjectResource resource) {
    return resource.readApplied().stream()
        .flatMap(row -> changed(resource, row).stream())
        .map(problem -> problem.inResource(resource.name()))
        .toList();
  }

  /** A stamp may leave no hash to compare with. */
  private static Optional<Problem> changed(ProjectResource resource, AppliedRevision row) {
    return resource
        .scripts()
        .entry(row.id())
        .filter(entry -> !row.scriptHash().isEmpty())
        .filter(entry -> !RecordedScript.isUnchanged(entry, row, resource.graph()))
        .map(VerifyCommand::changed);
  }

  private static Problem changed(ScriptEntry entry) {
    var message = "'" + entry.id() + "' was changed after it had been applied";
    return Problem.of(Category.FOUND, "changed-script", message)
        .at(entry.header().source())
        .inRevision(entry.id())
        .help("undo the change and write a new revision for it");
  }
}
