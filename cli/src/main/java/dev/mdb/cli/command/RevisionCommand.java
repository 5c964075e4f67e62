package dev.mdb.cli.command;

import dev.mdb.cli.Command;
import dev.mdb.cli.Options;
import dev.mdb.cli.Request;
import dev.mdb.cli.report.Report;
import dev.mdb.project.author.RevisionRequest;
import picocli.CommandLine.Model.CommandSpec;

/** {@code mdb revision}: a new script. */
public final class RevisionCommand implements Command {
  static final String MESSAGE = "--message";
  static final String ID = "--rev-id";
  static final String LABEL = "--branch-label";
  private static final String HEAD = "--head";
  private static final String SPLICE = "--splice";
  private static final String PATH = "--version-path";
  private static final String DEPENDS = "--depends-on";

  @Override
  public CommandSpec spec() {
    return Options.command("revision", "Write a new revision script from the project's template.")
        .addOption(Options.value("TEXT", "What it does, in one line.", "-m", MESSAGE))
        .addOption(Options.value("ID", "Its id; twelve random digits if absent.", ID))
        .addOption(
            Options.values(
                "TARGET", "What it follows; the head if absent, base for nothing.", HEAD))
        .addOption(Options.flag("Allow a parent that is no head: start a branch.", SPLICE))
        .addOption(Options.values("LABEL", "A label for the branch that starts here.", LABEL))
        .addOption(Options.value("FOLDER", "The location to write to.", PATH))
        .addOption(
            Options.values("TARGET", "What has to be applied first, on any branch.", DEPENDS));
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
    return Authoring.report(Authoring.author(resource, request).write(wanted), resource, request);
  }
}
