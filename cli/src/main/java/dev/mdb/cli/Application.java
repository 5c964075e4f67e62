package dev.mdb.cli;

import dev.mdb.cli.report.Json;
import dev.mdb.cli.report.ProblemReport;
import dev.mdb.cli.report.Report;
import dev.mdb.cli.report.TextOutput;
import dev.mdb.error.Category;
import dev.mdb.error.MdbException;
import dev.mdb.error.Problem;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine.Help.Ansi;

/**
 * The command line as a function of its arguments and its {@link Host}: nothing static, nothing
 * ends the process.
 */
public final class Application {
  private final Host host;

  public Application(Host host) {
    this.host = host;
  }

  /**
   * @return the exit status: 0 done, 1 failed, 2 usage, 3 graph or script fault, 4 found something,
   *     5 locked, 6 half-way
   */
  public int run(String... arguments) {
    // Known before the arguments are parsed, which may fail.
    var flags = Arrays.asList(arguments);
    boolean verbose = flags.contains("-v") || flags.contains("--verbose");
    try {
      return dispatch(arguments);
    } catch (MdbException e) {
      return fail(e.problems(), flags.contains("--json"), verbose, e);
    } catch (RuntimeException | LinkageError | StackOverflowError e) {
      return fail(List.of(unexpected(e, verbose)), flags.contains("--json"), verbose, e);
    }
  }

  private int dispatch(String... arguments) {
    var parser = new CommandLineParser(host.version());
    var outcome = parser.parse(arguments);
    if (outcome.version()) {
      var report = Version.report(host.version(), System::getProperty);
      if (Arrays.asList(arguments).contains("--json")) Json.print(report.json(), host.out());
      else report.print(new TextOutput(host.out(), host.colour(), false));
      return 0;
    }
    if (outcome.help().isPresent()) {
      outcome.help().get().usage(host.out(), host.colour() ? Ansi.ON : Ansi.OFF);
      return 0;
    }
    if (outcome.parsed().isEmpty()) {
      parser.wholeModel().usage(host.error(), Ansi.OFF);
      return Category.USAGE.exitStatus();
    }
    return run(outcome.parsed().get());
  }

  private int run(CommandLineParser.Parsed parsed) {
    var options = GlobalOptions.of(parsed.before(), parsed.after());
    var report = parsed.command().run(new Request(parsed.after(), options, host));
    show(report, options);
    return report.exitStatus();
  }

  private void show(Report report, GlobalOptions options) {
    // First why it stopped, then how far it had come.
    boolean stopped = report.cause().isPresent();
    if (stopped) talkOfProblems(report);
    if (options.json()) Json.print(report.json(), host.out());
    else report.print(new TextOutput(host.out(), host.colour(), options.verbose()));
    if (!stopped) talkOfProblems(report);
    if (options.verbose()) report.cause().ifPresent(cause -> cause.printStackTrace(host.error()));
    host.out().flush();
  }

  private void talkOfProblems(Report report) {
    if (!report.problems().isEmpty()) talk(new ProblemReport(report.problems()));
  }

  private int fail(List<Problem> problems, boolean json, boolean verbose, Throwable cause) {
    var report = new ProblemReport(problems);
    if (json) Json.print(report.json(), host.out());
    talk(report);
    if (verbose) cause.printStackTrace(host.error());
    return report.exitStatus();
  }

  private void talk(ProblemReport report) {
    host.out().flush();
    report.print(new TextOutput(host.error(), false, false));
    host.error().flush();
  }

  private static Problem unexpected(Throwable cause, boolean verbose) {
    var message =
        cause.getMessage() == null ? "" : ": " + cause.getMessage().lines().findFirst().orElse("");
    var problem =
        Problem.of(
            Category.FAILED,
            "unexpected",
            "unexpected " + cause.getClass().getSimpleName() + message + ", a fault of mdb");
    return verbose ? problem : problem.help("-v shows where it happened");
  }
}
