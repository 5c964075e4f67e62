package dev.mdb.migrate;

import dev.mdb.graph.Direction;
import dev.mdb.operation.BatchedOperation;
import dev.mdb.operation.Operation;
import dev.mdb.operation.Row;
import dev.mdb.resource.LogAction;
import dev.mdb.resource.LogEntry;
import dev.mdb.resource.Session;
import dev.mdb.schema.Dialect;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A block that is gone through again as far as it had come, to name what was done: the journal
 * keeps hashes. Nothing is run, and nothing asked: it ends where the block wants an answer, or says
 * something else than was done.
 */
final class FollowedBlock extends StepBlock {
  private final Session session;
  private final List<String> done;
  private final List<String> words = new ArrayList<>();
  private boolean ended;

  private FollowedBlock(MigrationTask task, Session session, LogEntry entry, RunSettings settings) {
    super(entry.revision(), task.resource(), task.scripts(), settings);
    this.session = session;
    this.done = entry.parts();
  }

  /** What was done, as far as the script still tells it. */
  static List<String> words(
      MigrationTask task, Session session, LogEntry entry, RunSettings settings) {
    if (entry.parts().isEmpty() || task.scripts().entry(entry.revision()).isEmpty()) {
      return List.of();
    }
    var block = new FollowedBlock(task, session, entry, settings);
    try {
      task.scripts().prepare(List.of(entry.revision()));
      block.follow(task, direction(entry));
    } catch (RuntimeException itsEnd) {
      // All is told, or the script tells no more.
    }
    return block.words;
  }

  private static Direction direction(LogEntry entry) {
    return entry.action() == LogAction.DOWNGRADE ? Direction.DOWNGRADE : Direction.UPGRADE;
  }

  private void follow(MigrationTask task, Direction direction) {
    var definition = task.scripts().define(revision());
    var body = direction == Direction.UPGRADE ? definition.upgrade() : definition.downgrade();
    body.ifPresent(each -> each.run(this));
  }

  @Override
  public Optional<Dialect> dialect() {
    return session.dialect();
  }

  @Override
  public void run(Operation operation) {
    if (ended) throw new End();
    if (operation instanceof BatchedOperation batched) {
      add(Batches.hash(batched), batched.describe());
      return;
    }
    for (var part : session.parts(operation)) add(part.hash(), part.describe());
  }

  private void add(String hash, String inWords) {
    int next = words.size();
    if (next == done.size() || !done.get(next).equals(hash)) {
      ended = true;
      throw new End();
    }
    words.add(inWords);
  }

  @Override
  public List<Row> query(String sql, List<Object> parameters) {
    ended = true;
    throw new End();
  }

  /** Ends the block. */
  private static final class End extends RuntimeException {
    End() {
      super("gone through", null, false, false);
    }
  }
}
