package dev.mdb.migrate;

import dev.mdb.error.Category;
import dev.mdb.error.MdbException;
import dev.mdb.error.Problem;
import dev.mdb.graph.Step;
import dev.mdb.project.RevisionScripts;

/** Says what went wrong in a block, where, and what has become of it. */
final class Failures {
  private Failures() {}

  static Problem problem(MigrationTask task, Step step, RunningBlock block, Throwable failure) {
    return block.blame(located(task, step, failure));
  }

  static Problem located(MigrationTask task, Step step, Throwable failure) {
    var id = step.revision().id();
    return exception(task.name(), task.scripts(), id, failure).problems().get(0);
  }

  /** What a block of this revision threw, with its place in the script. */
  static MdbException exception(
      String resource, RevisionScripts scripts, String id, Throwable failure) {
    var cause =
        failure instanceof MdbException known
            ? known.problems().get(0)
            : Problem.of(Category.FAILED, "block-failed", describe(failure));
    var placed =
        scripts
            .entry(id)
            .flatMap(script -> scripts.locate(failure, script))
            .map(cause::at)
            .orElse(cause);
    return new MdbException(placed.inResource(resource).inRevision(id), failure);
  }

  private static String describe(Throwable failure) {
    var name = failure.getClass().getSimpleName();
    return failure.getMessage() == null ? name : name + ": " + failure.getMessage();
  }

  static Problem rolledBack(Problem problem) {
    if (isUnknown(problem)) return problem;
    if (isInterrupted(problem)) {
      return problem.help("nothing of it stayed; run the command again to go on").with("stayed", 0);
    }
    return helpful(problem, "nothing of it stayed; mend the script and run the command again")
        .with("stayed", 0);
  }

  /** Nobody was there any more to tell how it ended. */
  private static boolean isUnknown(Problem problem) {
    return problem.code().equals("connection-lost");
  }

  private static boolean isInterrupted(Problem problem) {
    return problem.category() == Category.INTERRUPTED;
  }

  private static Problem helpful(Problem problem, String help) {
    return problem.help().isPresent() ? problem : problem.help(help);
  }

  /** A problem of category INCOMPLETE when something of the block stayed. */
  static Problem halfWay(Problem problem, Journal journal, Step step) {
    if (journal.isUntouched() && !isUnknown(problem)) return rolledBack(problem);
    var id = step.revision().id();
    var incomplete =
        new Problem(
            // Both end with a status of their own, and both are half-way.
            isInterrupted(problem) ? Category.INTERRUPTED : Category.INCOMPLETE,
            problem.code(),
            problem.message(),
            problem.at(),
            problem.resource(),
            problem.revision(),
            problem.help(),
            problem.data());
    var mend = isInterrupted(problem) ? "" : "mend the script from there on and ";
    var help =
        "%s of its block stayed, the rest did not run; %srun `mdb resume`,"
                .formatted(stayed(journal), mend)
            + " or put it right by hand and run `mdb repair --applied|--unapplied %s`"
                .formatted(id);
    var told =
        incomplete
            .help(beside(problem, help))
            .with("stayed", journal.done().size())
            .with("halfWay", true);
    // A script that was edited since names other statements than those that stayed.
    boolean known = journal.doneInWords().size() == journal.done().size();
    return known ? told.with("committed", journal.doneInWords()) : told;
  }

  /** Some help of its own would be wrong here: to run the same command again is refused now. */
  private static String beside(Problem problem, String help) {
    return switch (problem.code()) {
      case "resume-edited" -> problem.help().orElse(help);
      case "connection-lost", "lock-lost" -> help;
      default -> problem.help().map(own -> own + "; " + help).orElse(help);
    };
  }

  private static String stayed(Journal journal) {
    int done = journal.done().size();
    var batches = journal.isBetweenBatches() ? "the batches that were done" : "";
    if (done == 0) return batches.isEmpty() ? "nothing that was noted" : batches;
    var statements = done == 1 ? "the first statement" : "the first " + done + " statements";
    return batches.isEmpty() ? statements : statements + " and " + batches + " after them";
  }
}
