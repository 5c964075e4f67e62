package dev.mdb.cli.command;

import dev.mdb.cli.Command;
import dev.mdb.cli.CommandHelp;
import dev.mdb.cli.Options;
import dev.mdb.cli.Request;
import dev.mdb.cli.report.FilesReport;
import dev.mdb.cli.report.Report;
import dev.mdb.error.Category;
import dev.mdb.error.MdbException;
import dev.mdb.error.Problem;
import dev.mdb.project.author.ProjectInitializer;
import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;

/** {@code mdb init [FOLDER]}: a new project. */
public final class InitCommand implements Command {
  @Override
  public CommandSpec spec() {
    return Options.command(
            "init",
            "Start a project: mdb.toml, a folder for scripts, their template.",
            "-n names the resource, --url says where it is.")
        .addPositional(Options.optionalParameter("FOLDER", "Where; the working folder if absent."));
  }

  @Override
  public CommandHelp help() {
    return CommandHelp.of()
        .example("a project on SQLite in this folder", "mdb init")
        .example(
            "a project in another folder, with a resource on PostgreSQL",
            "mdb init shop -n shopdb --url postgresql://shop@127.0.0.1/shop")
        .example(
            "a resource whose address the environment gives, in a new folder",
            "mdb init shop --url '${env:SHOP_URL}'");
  }

  @Override
  public Report run(Request request) {
    var names = request.options().resources();
    if (names.size() > 1) {
      var problem = Problem.of(Category.USAGE, "bad-arguments", "init starts with one resource");
      throw new MdbException(problem.help("write the others into mdb.toml"));
    }
    var name = names.stream().findFirst().orElse("main");
    var url = request.options().url().orElse("sqlite:" + name + ".db");
    var home = request.host().workingFolder();
    var folder = request.positionals().stream().findFirst().map(home::resolve).orElse(home);
    var made = ProjectInitializer.initialize(folder.normalize(), name, url);
    request.say("next: mdb revision -m \"create the first table\"" + hint(home, folder));
    return FilesReport.created(made, home);
  }

  private static String hint(Path home, Path folder) {
    return folder.equals(home) ? "" : " (in " + home.relativize(folder) + ")";
  }
}
