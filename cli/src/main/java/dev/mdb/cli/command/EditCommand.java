package dev.mdb.cli.command;

import dev.mdb.cli.Command;
import dev.mdb.cli.CommandHelp;
import dev.mdb.cli.Options;
import dev.mdb.cli.Request;
import dev.mdb.cli.Variable;
import dev.mdb.cli.report.EditReport;
import dev.mdb.cli.report.Report;
import dev.mdb.graph.Target;
import dev.mdb.project.ProjectResource;
import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;

/** {@code mdb edit REVISION}: its script in the user's editor. */
public final class EditCommand implements Command {
  @Override
  public CommandSpec spec() {
    return Options.command("edit", "Open the script of a revision in VISUAL or EDITOR.")
        .addPositional(Options.parameter("TARGET", "An id, a label, head, …"));
  }

  @Override
  public CommandHelp help() {
    return CommandHelp.of(Variable.EDITOR, Variable.CACHE)
        .example("the script of the head", "mdb edit head")
        .example("a script by the beginning of its id", "mdb edit ab12")
        .example("the newest script of a branch", "mdb edit BILLING@head");
  }

  @Override
  public Report run(Request request) {
    var target = Target.parse(request.positionals().get(0));
    var scripts = GraphReading.of(request).eachThatHas(resource -> script(resource, target));
    var script = scripts.parts().get(0).value();
    request.host().editor().open(script);
    return EditReport.of(script, request.host().workingFolder());
  }

  private static Path script(ProjectResource resource, Target target) {
    var id = Lookup.one(resource, target).id();
    return resource.scripts().entry(id).orElseThrow().path();
  }
}
