package dev.mdb.migrate;

import dev.mdb.error.Category;
import dev.mdb.error.MdbException;
import dev.mdb.error.Problem;
import dev.mdb.resource.LogEntry;
import dev.mdb.resource.Resource;
import dev.mdb.resource.Session;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A block that broke off half-way keeps everything else from running on its resource. */
final class BrokenOff {
  private BrokenOff() {}

  /**
   * @param open entries that are open while this process holds the lock
   * @throws MdbException of category INCOMPLETE when there is one
   */
  static void refuse(String resource, List<LogEntry> open) {
    if (!open.isEmpty()) throw new MdbException(problem(resource, open.get(0)));
  }

  /**
   * Who holds the lock is asked only when an entry is open; one that is still there when nobody
   * does is of a run that broke off.
   */
  static Optional<Problem> find(String name, Resource resource, Session session) {
    if (open(session).isEmpty() || resource.lockHolder().isPresent()) return Optional.empty();
    return session.state().open().stream().findFirst().map(entry -> problem(name, entry));
  }

  /** A user who may see what is applied, and not the log, is told what is applied. */
  private static List<LogEntry> open(Session session) {
    try {
      return session.state().open();
    } catch (MdbException e) {
      if (e.problems().get(0).code().equals("no-right")) return List.of();
      throw e;
    }
  }

  private static String underWay(LogEntry entry, int done) {
    if (Journal.isUncertain(entry)) return ", number " + (done + 1) + " may have been";
    return Journal.isBetweenBatches(entry) ? ", some batches of number " + (done + 1) + " too" : "";
  }

  static Problem problem(String resource, LogEntry entry) {
    int done = entry.parts().size();
    var direction = entry.action().name().toLowerCase(Locale.ROOT);
    var message =
        "the %s of %s broke off: %s done%s, the rest was not%s"
            .formatted(
                direction,
                entry.revision(),
                done == 1 ? "1 statement was" : done + " statements were",
                underWay(entry, done),
                entry.error().map(error -> " (" + error + ")").orElse(""));
    return Problem.of(Category.INCOMPLETE, "broken-off", message)
        .inResource(resource)
        .inRevision(entry.revision())
        .help(
            "go on with `mdb -n %1$s resume`, or put it right by hand and run `mdb -n %1$s repair --applied|--unapplied %2$s`"
                .formatted(resource, entry.revision()))
        .with("done", done)
        .with("direction", direction)
        .with("at", entry.at().toString())
        .with("by", entry.owner().toString());
  }
}
