package dev.mdb.cli.command;

import dev.mdb.cli.Command;
import dev.mdb.cli.CommandHelp;
import dev.mdb.cli.Options;
import dev.mdb.cli.Request;
import dev.mdb.cli.report.ByResource;
import dev.mdb.cli.report.CheckReport;
import dev.mdb.cli.report.Report;
import dev.mdb.error.Category;
import dev.mdb.error.MdbException;
import dev.mdb.error.Problem;
import dev.mdb.project.ModelComparison;
import dev.mdb.project.ProjectResource;
import dev.mdb.schema.diff.CatalogDiff;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** {@code mdb check}: are the databases what the models ask for? */
public final class CheckCommand implements Command {
  @Override
  public CommandSpec spec() {
    return Comparing.addOptions(
        Options.command(
            "check", "Compare the databases with their models; exit 4 when they differ."));
  }

  @Override
  public CommandHelp help() {
    return CommandHelp.ofDatabases()
        .example("are the databases what the models ask for?", "mdb check")
        .example("tables that the models do not know count too", "mdb check --drop-unknown")
        .example("leave some tables out", "mdb check --exclude 'audit_*' --exclude index:tmp_*");
  }

  @Override
  public Report run(Request request) {
    var selected = request.project().select(request.options().resources());
    var with = selected.stream().filter(CheckCommand::hasModels).toList();
    if (with.isEmpty()) throw new MdbException(noModels(selected));
    var skipped = selected.stream().filter(each -> !hasModels(each)).map(ProjectResource::name);
    var wanted = Comparing.request(request, List.of());
    var parts = new ArrayList<ByResource.Part<CatalogDiff>>();
    for (var resource : with) {
      var diff = ModelComparison.of(resource, wanted).diff();
      parts.add(new ByResource.Part<>(resource.name(), diff));
      Comparing.sayRest(diff, with.size() > 1 ? resource.name() + ": " : "", request);
    }
    return new CheckReport(new ByResource<>(parts), skipped.toList());
  }

  private static boolean hasModels(ProjectResource resource) {
    return !resource.config().models().isEmpty();
  }

  private static Problem noModels(List<ProjectResource> selected) {
    var names = String.join(", ", selected.stream().map(ProjectResource::name).toList());
    return Problem.of(Category.USAGE, "no-models", "there are no models to compare: " + names)
        .help("write models = [\"models\"] into the configuration, and Exposed tables there");
  }
}
