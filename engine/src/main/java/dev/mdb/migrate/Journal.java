package dev.mdb.migrate;

import dev.mdb.error.Category;
import dev.mdb.error.MdbException;
import dev.mdb.error.Problem;
import dev.mdb.resource.LogEntry;
import dev.mdb.resource.LogOutcome;
import dev.mdb.resource.Part;
import dev.mdb.resource.Session;
import dev.mdb.resource.Transactions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Runs the parts of a block where a rollback does not take everything back, and keeps the log entry
 * in step, so that a run that breaks off at any moment can go on. A part that can share a
 * transaction with its note does. Of any other the journal notes beforehand that it begins, with
 * the structure as it is: if that has changed when somebody looks again, it happened.
 */
final class Journal implements PartRunner {
  private final Session session;
  private final LockRetry retry;
  private final Stopwatch stopwatch = new Stopwatch();
  private final List<String> done = new ArrayList<>();
  private final List<String> doneInWords = new ArrayList<>();
  private final List<String> doneBefore;
  private final Optional<Cursor> cursorBefore;
  private LogEntry entry;
  private int reached;

  /** The journal of a block that begins now. */
  static Journal begin(Session session, LockRetry retry, LogEntry entry) {
    session.state().append(entry);
    return new Journal(session, retry, entry, List.of(), Optional.empty());
  }

  /** The journal of a block that goes on: the parts that were done are passed over. */
  static Journal resume(Session session, LockRetry retry, LogEntry brokenOff, LogEntry entry) {
    var doneBefore = new ArrayList<>(brokenOff.parts());
    brokenOff
        .checkpoint()
        .flatMap(Pending::read)
        .filter(pending -> !pending.structure().equals(session.structure()))
        .ifPresent(pending -> doneBefore.add(pending.hash()));
    var cursor = brokenOff.checkpoint().flatMap(Cursor::read);
    var goesOn = entry.with(LogOutcome.RUNNING, doneBefore, cursor.map(Cursor::text), entry.took());
    session.begin();
    session
        .state()
        .update(
            brokenOff.with(
                LogOutcome.RESUMED, brokenOff.parts(), Optional.empty(), brokenOff.took()));
    session.state().append(goesOn);
    session.commit();
    return new Journal(session, retry, goesOn, doneBefore, cursor);
  }

  private Journal(
      Session session,
      LockRetry retry,
      LogEntry entry,
      List<String> doneBefore,
      Optional<Cursor> cursorBefore) {
    this.session = session;
    this.retry = retry;
    this.entry = entry;
    this.doneBefore = List.copyOf(doneBefore);
    this.cursorBefore = cursorBefore;
    this.done.addAll(doneBefore);
  }

  /** Where the batches of an operation were. */
  private record Cursor(String hash, String cursor) {
    private static final String MARK = "cursor ";

    String text() {
      return MARK + hash + " " + cursor;
    }

    static Optional<Cursor> read(String checkpoint) {
      if (!checkpoint.startsWith(MARK)) return Optional.empty();
      var fields = checkpoint.substring(MARK.length()).split(" ", 2);
      return Optional.of(new Cursor(fields[0], fields[1]));
    }
  }

  /** What an uncertain part was, and the structure before it. */
  private record Pending(String hash, String structure) {
    private static final String MARK = "pending ";

    String text() {
      return MARK + hash + " " + structure;
    }

    static Optional<Pending> read(String checkpoint) {
      if (!checkpoint.startsWith(MARK)) return Optional.empty();
      var fields = checkpoint.substring(MARK.length()).split(" ", 2);
      return Optional.of(new Pending(fields[0], fields[1]));
    }
  }

  @Override
  public List<String> done() {
    return List.copyOf(done);
  }

  /** The same for people; one line for each. */
  List<String> doneInWords() {
    return List.copyOf(doneInWords);
  }

  /** Did the entry's run break off in the middle of a part, which may have happened or not? */
  static boolean isUncertain(LogEntry entry) {
    return entry.checkpoint().flatMap(Pending::read).isPresent();
  }

  /** Did the entry's run break off between two batches of one operation? */
  static boolean isBetweenBatches(LogEntry entry) {
    return entry.checkpoint().flatMap(Cursor::read).isPresent();
  }

  boolean isBetweenBatches() {
    return isBetweenBatches(entry);
  }

  /** Nothing of the block stayed so far. */
  boolean isUntouched() {
    return done.isEmpty() && entry.checkpoint().flatMap(Cursor::read).isEmpty();
  }

  @Override
  public void run(Part part) {
    var hash = part.hash();
    if (reached < doneBefore.size()) {
      passOver(hash, part.describe());
      if (part.isOfSession()) part.run();
      return;
    }
    retry.around(
        () -> {
          if (part.joinsTransaction()) runWithNote(part, hash);
          else runBetweenNotes(part, hash);
          return hash;
        });
    reached++;
    doneInWords.add(part.describe());
  }

  @Override
  public void runBatches(Batches batches) {
    var hash = batches.hash();
    if (reached < doneBefore.size()) {
      passOver(hash, batches.describe());
      return;
    }
    var cursor = cursorBefore.filter(kept -> kept.hash().equals(hash)).map(Cursor::cursor);
    for (cursor = cursor.or(batches::start); cursor.isPresent(); ) {
      var from = cursor.get();
      cursor = retry.around(() -> runBatch(batches, from));
    }
    reached++;
    doneInWords.add(batches.describe());
  }

  /** The batch and the note of where the next one begins share a transaction. */
  private Optional<String> runBatch(Batches batches, String cursor) {
    var next =
        inTransaction(
            () -> {
              var after = batches.run(cursor);
              if (after.isEmpty()) done.add(batches.hash());
              var kept = after.map(at -> new Cursor(batches.hash(), at).text());
              note(LogOutcome.RUNNING, kept);
              return after;
            });
    batches.told();
    return next;
  }

  private void passOver(String hash, String inWords) {
    if (!doneBefore.get(reached).equals(hash)) throw edited();
    reached++;
    doneInWords.add(inWords);
  }

  private MdbException edited() {
    return new MdbException(
        Problem.of(
                Category.INCOMPLETE,
                "resume-edited",
                "statement %d of the block is not the one that was done when the run broke off"
                    .formatted(reached + 1))
            .help(
                "only what comes after statement %d may be edited; take the change back and run `mdb resume`,"
                        .formatted(doneBefore.size())
                    + " or put the resource right by hand and say so with `mdb repair --applied|--unapplied "
                    + entry.revision()
                    + "`")
            .with("statement", reached + 1)
            .with("done", doneBefore.size()));
  }

  private void runWithNote(Part part, String hash) {
    inTransaction(
        () -> {
          part.run();
          done.add(hash);
          note(LogOutcome.RUNNING, Optional.empty());
          return hash;
        });
  }

  /** Of an attempt that failed nothing counts as done. */
  private <T> T inTransaction(Supplier<T> work) {
    Supplier<T> attempt =
        () -> {
          done.subList(reached, done.size()).clear();
          return work.get();
        };
    try {
      return Transactions.run(session, attempt);
    } catch (RuntimeException e) {
      done.subList(reached, done.size()).clear();
      throw e;
    }
  }

  private void runBetweenNotes(Part part, String hash) {
    note(LogOutcome.RUNNING, Optional.of(new Pending(hash, session.structure()).text()));
    part.run();
    done.add(hash);
    note(LogOutcome.RUNNING, Optional.empty());
  }

  private void note(LogOutcome outcome, Optional<String> checkpoint) {
    entry = entry.with(outcome, done, checkpoint, stopwatch.elapsed());
    session.state().update(entry);
  }

  /** In the transaction that records the state. */
  void finish() {
    if (reached < doneBefore.size()) throw edited();
    note(LogOutcome.DONE, Optional.empty());
  }

  /** The block failed, with the engine still there to tell. */
  void fail(String error) {
    var outcome = isUntouched() ? LogOutcome.FAILED : LogOutcome.STOPPED;
    var cursor = entry.checkpoint().filter(kept -> Cursor.read(kept).isPresent());
    entry = entry.with(outcome, done, cursor, stopwatch.elapsed()).failed(outcome, error);
    session.state().update(entry);
  }
}
