package dev.mdb.cli.command;

import dev.mdb.cli.Options;
import dev.mdb.cli.Request;
import dev.mdb.cli.report.OfflineReport;
import dev.mdb.error.Category;
import dev.mdb.error.MdbException;
import dev.mdb.error.Problem;
import dev.mdb.graph.Planner;
import dev.mdb.graph.Symbol;
import dev.mdb.graph.Target;
import dev.mdb.graph.TargetRange;
import dev.mdb.migrate.OfflineRun;
import dev.mdb.migrate.OfflineScript;
import dev.mdb.migrate.OfflineTask;
import dev.mdb.project.ProjectResource;
import dev.mdb.project.ResourceChoice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Model.OptionSpec;

/**
 * {@code --sql}: upgrade, downgrade and stamp as a script for one resource, without a connection.
 *
 * @param from where the resource is assumed to stand; none = nothing is applied
 * @param range the only positional, when it is a range and says all
 */
record Offline(Request request, List<Target> from, List<Target> to, Optional<TargetRange> range) {
  private static final String SQL = "--sql";
  private static final String FROM = "--from";

  static OptionSpec script() {
    return Options.flag(
        "Write a script for the engine's own client, without a connection; targets may be FROM:TO.",
        SQL);
  }

  static OptionSpec start() {
    return Options.values(
        "TARGET", "With --sql: what is applied already (usually nothing). Repeatable.", FROM);
  }

  static boolean isAskedBy(Request request) {
    if (request.has(SQL)) return true;
    if (request.has(FROM)) throw usage(FROM + " is for " + SQL, "the database knows where it is");
    return false;
  }

  /** What a command makes of its range. */
  interface Writing {
    OfflineScript write(OfflineRun run, OfflineTask task, Planner planner);
  }

  /**
   * @param otherwise the end of a range that has none
   */
  static Offline of(Request request, Target otherwise) {
    var from = new ArrayList<Target>();
    var to = new ArrayList<Target>();
    request.texts(FROM).stream().map(Target::parse).forEach(from::add);
    for (var text : request.positionals()) {
      if (TargetRange.isRange(text)) {
        var range = TargetRange.parse(text);
        range.from().ifPresent(from::add);
        to.add(range.to().orElse(otherwise));
      } else {
        to.add(Target.parse(text));
      }
    }
    if (from.stream().anyMatch(target -> target.symbol() instanceof Symbol.Current)) {
      throw usage(
          "nobody is asked what is current when a script is written",
          "name it, as `mdb current` shows it: ab12cd:heads");
    }
    return new Offline(request, List.copyOf(from), List.copyOf(to), onlyRange(request));
  }

  private static Optional<TargetRange> onlyRange(Request request) {
    var words = request.positionals();
    boolean alone = words.size() == 1 && TargetRange.isRange(words.get(0)) && !request.has(FROM);
    return alone ? Optional.of(TargetRange.parse(words.get(0))) : Optional.empty();
  }

  /** For a command that goes down from somewhere. */
  Offline withStart(String command) {
    if (!from.isEmpty()) return this;
    throw usage(
        command + " " + SQL + " has to be told where it starts",
        "mdb " + command + " " + SQL + " FROM:TO, for example heads:" + to.get(0));
  }

  OfflineReport write(Writing writing) {
    var resource = resource();
    var planner = new Planner(resource.soundGraph());
    var task =
        new OfflineTask(
            resource.name(),
            resource.offline(),
            resource.scripts(),
            resource.soundGraph(),
            planner.appliedAt(from));
    var settings = Migration.settings(request, List.of(resource));
    var run = new OfflineRun(Migration.owner(request).tool() + ", " + SQL, settings);
    return new OfflineReport(writing.write(run, task, planner));
  }

  /** A script goes to one client. */
  private ProjectResource resource() {
    var selected = request.project().select(request.options().resources());
    var targets = Stream.concat(from.stream(), to.stream()).toList();
    var having = ResourceChoice.having(targets, selected);
    if (having.size() == 1) return having.get(0);
    var names = String.join(", ", having.stream().map(ProjectResource::name).toList());
    throw usage(
        SQL + " writes the script of one resource, and " + names + " have these targets",
        "name one: -n " + having.get(0).name());
  }

  private static MdbException usage(String message, String help) {
    return new MdbException(Problem.of(Category.USAGE, "bad-arguments", message).help(help));
  }
}
