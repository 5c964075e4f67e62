package dev.mdb.cli.command;

import dev.mdb.cli.Command;
import dev.mdb.cli.CommandHelp;
import dev.mdb.cli.Options;
import dev.mdb.cli.Request;
import dev.mdb.cli.report.PlanReport;
import dev.mdb.cli.report.PlanReport.Planned;
import dev.mdb.cli.report.Report;
import dev.mdb.error.Category;
import dev.mdb.error.MdbException;
import dev.mdb.error.Problem;
import dev.mdb.graph.AppliedSet;
import dev.mdb.graph.Plan;
import dev.mdb.graph.Planner;
import dev.mdb.graph.Target;
import dev.mdb.migrate.AppliedSets;
import dev.mdb.migrate.ResourceState;
import dev.mdb.project.NearestName;
import dev.mdb.project.ProjectResource;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/**
 * {@code mdb plan upgrade|downgrade TARGET}: what would run, in which order and why. Compiles
 * nothing.
 */
public final class PlanCommand implements Command {
  private static final String FROM = "--from";
  private static final String CASCADE = "--cascade";
  private static final List<String> DIRECTIONS = List.of("upgrade", "downgrade");

  @Override
  public CommandSpec spec() {
    return Options.command("plan", "Show what an upgrade or a downgrade would run, and why.")
        .addPositional(
            Options.parameters(
                "upgrade|downgrade TARGET",
                "The command to plan; an upgrade takes several.",
                "2..*"))
        .addOption(
            Options.values(
                "TARGET",
                "Plan as if this were applied, without a database; base = nothing. Repeatable.",
                FROM))
        .addOption(Options.flag("Let a downgrade of a branch take others along.", CASCADE));
  }

  @Override
  public CommandHelp help() {
    return CommandHelp.ofDatabases()
        .example("what would run to bring everything up to date", "mdb plan upgrade heads")
        .example("what a downgrade by one revision would take back", "mdb plan downgrade -1")
        .example(
            "the whole way from an empty database, without asking one",
            "mdb plan upgrade BILLING@head --from base");
  }

  @Override
  public Report run(Request request) {
    var words = request.positionals();
    var direction = direction(words.get(0));
    var targets = words.stream().skip(1).map(Target::parse).toList();
    if (direction.equals("downgrade") && targets.size() > 1) {
      throw usage("a downgrade takes one target", "plan one after the other, with --from");
    }
    var from = request.texts(FROM).stream().map(Target::parse).toList();
    var plans =
        GraphReading.of(request)
            .eachThatHas(
                resource -> {
                  var start = start(resource, from);
                  var plan =
                      direction.equals("upgrade")
                          ? new Planner(resource.soundGraph()).upgrade(targets, start.applied())
                          : downgrade(
                              resource, targets.get(0), start.applied(), request.has(CASCADE));
                  return new Planned(plan, start.brokenOff());
                });
    plans.parts().forEach(part -> part.value().brokenOff().ifPresent(request::note));
    return new PlanReport(plans);
  }

  private static Plan downgrade(
      ProjectResource resource, Target target, AppliedSet applied, boolean cascade) {
    return new Planner(resource.soundGraph()).downgrade(target, applied, cascade);
  }

  /** Where a plan begins. */
  private record Start(AppliedSet applied, Optional<Problem> brokenOff) {}

  private static Start start(ProjectResource resource, List<Target> from) {
    if (!from.isEmpty()) {
      return new Start(new Planner(resource.soundGraph()).appliedAt(from), Optional.empty());
    }
    var state = ResourceState.read(resource);
    return new Start(AppliedSets.of(state.rows()), state.brokenOff());
  }

  private static String direction(String word) {
    if (DIRECTIONS.contains(word)) return word;
    throw usage(
        "plan wants upgrade or downgrade before the target, not '" + word + "'",
        NearestName.question(word, DIRECTIONS).orElse("mdb plan upgrade heads"));
  }

  private static MdbException usage(String message, String help) {
    return new MdbException(Problem.of(Category.USAGE, "bad-arguments", message).help(help));
  }
}
