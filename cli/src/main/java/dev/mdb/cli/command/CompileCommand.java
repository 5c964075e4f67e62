package dev.mdb.cli.command;

import dev.mdb.cli.Command;
import dev.mdb.cli.CommandHelp;
import dev.mdb.cli.Options;
import dev.mdb.cli.Request;
import dev.mdb.cli.report.CompiledReport;
import dev.mdb.cli.report.Report;
import dev.mdb.project.FullCompilation;
import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;

/** {@code mdb compile}: nothing is left to be compiled where the project is run. */
public final class CompileCommand implements Command {
  private static final String OUTPUT = "--output";

  @Override
  public CommandSpec spec() {
    return Options.command("compile", "Compile all scripts and models that are not compiled yet.")
        .addOption(
            Options.value(
                "FOLDER",
                "Keep them there, to be carried along: whoever runs the project names the folder as"
                    + " 'cache'.",
                OUTPUT));
  }

  @Override
  public CommandHelp help() {
    return CommandHelp.ofScripts()
        .example("what is not compiled yet", "mdb compile")
        .example(
            "for an image that has no compiler; mdb.toml in it has cache = \"store\"",
            "mdb compile --output store")
        .example("one resource, for a program", "mdb -n clientdb compile --json");
  }

  @Override
  public Report run(Request request) {
    var output = request.text(OUTPUT);
    var project = request.project(output.map(Path::of));
    var resources = project.select(request.options().resources());
    return new CompiledReport(FullCompilation.of(resources), output);
  }
}
