package dev.mdb.migrate;

import dev.mdb.error.Category;
import dev.mdb.error.MdbException;
import dev.mdb.error.Problem;
import dev.mdb.resource.LogEntry;
import java.util.List;
import java.util.Locale;

/** Keeps everything else from running on a resource where a block broke off half-way. */
final class BrokenOff {
  private BrokenOff() {}

  /**
   * @param open entries that are open while this process holds the lock
   * @throws MdbException of category INCOMPLETE when there is one
   */
  static void refuse(String resource, List<LogEntry> open) {
    if (!open.isEmpty()) throw new MdbException(problem(resource, open.get(0)));
  }

  private static String underWay(LogEntry entry, int done) {
    if (Journal.isUncertain(entry)) return ", number " + (done + 1) + " may have been";
    return Journal.isBetweenBatches(entry) ? ", some batches of number " + (done + 1) + " too" : "";
  }

  private static Problem problem(String resource, LogEntry entry) {
    int done = entry.parts().size();
    var message =
        "the %s of %s broke off: %s done%s, the rest was not%s"
            .formatted(
                entry.action().name().toLowerCase(Locale.ROOT),
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
        .with("direction", entry.action().name())
        .with("at", entry.at().toString())
        .with("by", entry.owner().toString());
  }
}
