package dev.mdb.cli.command;

import dev.mdb.cli.Command;
import dev.mdb.cli.CommandHelp;
import dev.mdb.cli.Options;
import dev.mdb.cli.Request;
import dev.mdb.cli.report.Report;
import dev.mdb.cli.report.ResourceStatus;
import dev.mdb.cli.report.StatusReport;
import dev.mdb.error.MdbException;
import dev.mdb.migrate.AppliedSets;
import dev.mdb.project.ProjectResource;
import dev.mdb.resource.Access;
import dev.mdb.resource.Resource;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/** {@code mdb status}: all resources at one look; one that cannot be reached hides no other. */
public final class StatusCommand implements Command {
  @Override
  public CommandSpec spec() {
    return Options.command(
        "status", "Show all databases: what is applied, pending, running or half-way.");
  }

  @Override
  public CommandHelp help() {
    return CommandHelp.ofDatabases()
        .example("what is applied, pending, running or half-way, everywhere", "mdb status")
        .example("one resource", "mdb -n clientdb status")
        .example("for a program that watches", "mdb status --json");
  }

  @Override
  public Report run(Request request) {
    var resources = ResourceChoice.toConnect(request.project(), request);
    return new StatusReport(resources.stream().map(StatusCommand::look).toList());
  }

  private static ResourceStatus look(ProjectResource project) {
    Optional<Resource> resource = Optional.empty();
    try {
      resource = Optional.of(project.open());
      return look(project, resource.get());
    } catch (MdbException e) {
      var problem = e.problems().get(0).inResource(project.name());
      return ResourceStatus.unknown(
          project.name(), resource.map(Resource::kind), resource.map(Resource::maskedUrl), problem);
    }
  }

  private static ResourceStatus look(ProjectResource project, Resource resource) {
    try (var session = resource.connect(Access.READ)) {
      var applied = AppliedSets.of(session.state().applied());
      var graph = project.soundGraph();
      return new ResourceStatus(
          project.name(),
          Optional.of(resource.kind()),
          Optional.of(resource.maskedUrl()),
          graph.currentHeads(applied),
          graph.pending(applied).size(),
          session.state().log(1).stream().findFirst(),
          resource.lockHolder(),
          session.state().open().stream().findFirst(),
          Optional.empty());
    }
  }
}
