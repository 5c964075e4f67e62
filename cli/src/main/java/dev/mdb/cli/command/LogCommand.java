package dev.mdb.cli.command;

import dev.mdb.cli.Command;
import dev.mdb.cli.CommandHelp;
import dev.mdb.cli.Options;
import dev.mdb.cli.Request;
import dev.mdb.cli.report.LogReport;
import dev.mdb.cli.report.Report;
import dev.mdb.error.Category;
import dev.mdb.error.MdbException;
import dev.mdb.error.Problem;
import dev.mdb.project.ProjectResource;
import dev.mdb.resource.Access;
import dev.mdb.resource.LogEntry;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/** {@code mdb log}: what was run, newest first. */
public final class LogCommand implements Command {
  private static final String LIMIT = "--limit";
  private static final int USUAL_LIMIT = 20;

  @Override
  public CommandSpec spec() {
    return Options.command("log", "Show what was run on the databases, newest first.")
        .addPositional(
            Options.optionalParameter("REVISION", "Only this revision; its id, or how it begins."))
        .addOption(
            Options.value(
                "COUNT", "At most so many entries of each resource; 20 if absent.", "-N", LIMIT));
  }

  @Override
  public CommandHelp help() {
    return CommandHelp.ofDatabases()
        .example("the last twenty entries", "mdb log")
        .example("what happened to a revision, with its errors", "mdb log ab12 -v")
        .example("more of them, for a program", "mdb log --limit 500 --json");
  }

  @Override
  public Report run(Request request) {
    int limit = request.text(LIMIT).map(LogCommand::count).orElse(USUAL_LIMIT);
    var revision = request.positionals().stream().findFirst();
    var log = GraphReading.of(request).each(resource -> read(resource, revision, limit));
    return new LogReport(log);
  }

  private static List<LogEntry> read(
      ProjectResource resource, Optional<String> revision, int limit) {
    try (var session = resource.open().connect(Access.READ)) {
      if (revision.isEmpty()) return session.state().log(limit);
      return session.state().log(Integer.MAX_VALUE).stream()
          .filter(entry -> entry.revision().startsWith(revision.get()))
          .limit(limit)
          .toList();
    }
  }

  private static int count(String text) {
    try {
      int count = Integer.parseInt(text);
      if (count > 0) return count;
    } catch (NumberFormatException notANumber) {
      // The same answer as for a negative one.
    }
    throw new MdbException(
        Problem.of(
            Category.USAGE, "bad-arguments", LIMIT + " is a number from 1, not '" + text + "'"));
  }
}
