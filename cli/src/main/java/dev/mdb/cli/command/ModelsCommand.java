package dev.mdb.cli.command;

import dev.mdb.cli.Command;
import dev.mdb.cli.CommandHelp;
import dev.mdb.cli.Options;
import dev.mdb.cli.Request;
import dev.mdb.cli.report.ModelsReport;
import dev.mdb.cli.report.Report;
import dev.mdb.error.Category;
import dev.mdb.error.MdbException;
import dev.mdb.error.Problem;
import dev.mdb.project.ProjectResource;
import dev.mdb.project.author.ModelAuthor;
import dev.mdb.project.author.ModelRequest;
import dev.mdb.project.author.WrittenModels;
import picocli.CommandLine.Model.CommandSpec;

/** {@code mdb models}: models of a database that exists. */
public final class ModelsCommand implements Command {
  private static final String OUT = "--out";
  private static final String STDOUT = "--stdout";
  private static final String INCLUDE = "--include";
  private static final String EXCLUDE = "--exclude";
  private static final String PACKAGE = "--package";
  private static final String FORCE = "--force";

  @Override
  public CommandSpec spec() {
    return Options.command("models", "Write models, Exposed tables in Kotlin, from a database.")
        .addOption(
            Options.value(
                "PATH", "The folder of Models.kt, or a .kt file; as configured if absent.", OUT))
        .addOption(Options.flag("Print the text, write no file.", STDOUT))
        .addOption(
            Options.values(
                "PATTERN", "Only these tables: audit_*, sequence:*, enum:mood.", INCLUDE))
        .addOption(Options.values("PATTERN", "None of these, in the same way.", EXCLUDE))
        .addOption(Options.value("NAME", "The package that the models belong to.", PACKAGE))
        .addOption(Options.flag("Overwrite a file that is there.", FORCE));
  }

  @Override
  public CommandHelp help() {
    return CommandHelp.ofDatabases()
        .example("look at what would be written", "mdb models --stdout")
        .example(
            "write Models.kt for a database that was there before mdb",
            "mdb models --out models --package com.example.shop")
        .example(
            "some tables only", "mdb models --include 'audit_*' --exclude 'audit_old*' --stdout");
  }

  @Override
  public Report run(Request request) {
    if (request.has(OUT) && request.has(STDOUT)) throw new MdbException(twoPlaces());
    var resource = Authoring.resource(request);
    var home = request.host().workingFolder();
    var wanted =
        new ModelRequest(
            request.text(OUT).map(home::resolve),
            request.texts(INCLUDE),
            request.texts(EXCLUDE),
            request.text(PACKAGE),
            request.has(FORCE));
    var author = new ModelAuthor(resource);
    var models = request.has(STDOUT) ? author.preview(wanted) : author.write(wanted);
    say(models, resource, request);
    return ModelsReport.of(models, resource.name(), home);
  }

  private static Problem twoPlaces() {
    return Problem.of(
        Category.USAGE, "bad-arguments", OUT + " and " + STDOUT + " exclude each other");
  }

  private static void say(WrittenModels models, ProjectResource resource, Request request) {
    models.left().forEach(line -> request.say("not in the models: " + line));
    models
        .unconfigured()
        .ifPresent(
            entry ->
                request.say(
                    "add to [resources." + resource.name() + "]: models = [\"" + entry + "\"]"));
    if (models.file().isPresent()) {
      request.say("next: mdb stamp head, when the scripts make this schema; then mdb check");
    }
  }
}
