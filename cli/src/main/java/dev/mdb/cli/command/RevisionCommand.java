package dev.mdb.cli.command;

import dev.mdb.cli.Command;
import dev.mdb.cli.CommandHelp;
import dev.mdb.cli.Options;
import dev.mdb.cli.Request;
import dev.mdb.cli.report.GeneratedReport;
import dev.mdb.cli.report.Report;
import dev.mdb.project.ProjectResource;
import dev.mdb.project.author.Autogenerator;
import dev.mdb.project.author.RevisionRequest;
import picocli.CommandLine.Model.CommandSpec;

/** {@code mdb revision}: a new script, empty or from the models. */
public final class RevisionCommand implements Command {
  static final String MESSAGE = "--message";
  static final String ID = "--rev-id";
  static final String LABEL = "--branch-label";
  private static final String HEAD = "--head";
  private static final String SPLICE = "--splice";
  private static final String PATH = "--version-path";
  private static final String DEPENDS = "--depends-on";
  private static final String AUTOGENERATE = "--autogenerate";

  @Override
  public CommandSpec spec() {
    return Comparing.addOptions(plain())
        .addOption(
            Options.flag(
                "Fill it with what the models have and the database has not.", AUTOGENERATE))
        .addOption(
            Options.values(
                "OLD:NEW",
                "A table, or TABLE.OLD:NEW a column, that was renamed and not dropped and added.",
                Comparing.RENAME));
  }

  private static CommandSpec plain() {
    return Options.command("revision", "Write a new revision script from the project's template.")
        .addOption(Options.value("TEXT", "What it does, in one line.", "-m", MESSAGE))
        .addOption(Options.value("ID", "Its id; twelve random digits if absent.", ID))
        .addOption(
            Options.values(
                "TARGET", "What it follows; the head if absent, base for nothing.", HEAD))
        .addOption(Options.flag("Allow a parent that is no head: start a branch.", SPLICE))
        .addOption(Options.values("LABEL", "A label for the branch that starts here.", LABEL))
        .addOption(
            Options.value(
                "FOLDER", "The location to write to; its folder is made if it is not there.", PATH))
        .addOption(
            Options.values("TARGET", "What has to be applied first, on any branch.", DEPENDS));
  }

  @Override
  public CommandHelp help() {
    return CommandHelp.ofDatabases()
        .example("a new script that follows the head", "mdb revision -m \"create posts\"")
        .example(
            "the first script of a branch of its own, under a label",
            "mdb revision -m \"start billing\" --head base --branch-label BILLING")
        .example(
            "a script filled with what the models have and the database has not",
            "mdb revision --autogenerate -m \"customers have notes\"")
        .example(
            "continue a branch, after a revision of another one",
            "mdb revision -m \"link\" --head BILLING@head --depends-on create_posts");
  }

  @Override
  public Report run(Request request) {
    var resource = Authoring.resource(request);
    var home = request.host().workingFolder();
    var wanted =
        new RevisionRequest(
            request.text(MESSAGE).orElse(""),
            request.text(ID),
            request.texts(HEAD),
            request.has(SPLICE),
            request.texts(LABEL),
            request.texts(DEPENDS),
            request.text(PATH).map(home::resolve));
    resource.writesInto(wanted.versionPath());
    var author = Authoring.author(resource, request);
    if (request.has(AUTOGENERATE))
      return generate(new Autogenerator(resource, author), wanted, resource, request);
    Comparing.refuseOptions(request, AUTOGENERATE);
    return Authoring.report(author.write(wanted), resource, request);
  }

  private static Report generate(
      Autogenerator autogenerator,
      RevisionRequest wanted,
      ProjectResource resource,
      Request request) {
    var comparison = Comparing.request(request, request.texts(Comparing.RENAME));
    var generated = autogenerator.generate(wanted, comparison);
    generated.diff().differences().forEach(each -> request.say("detected " + each.text()));
    Comparing.sayRest(generated.diff(), "", request);
    return GeneratedReport.of(generated, resource.name(), request.host().workingFolder());
  }
}
