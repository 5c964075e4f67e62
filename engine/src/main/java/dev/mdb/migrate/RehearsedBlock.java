package dev.mdb.migrate;

import dev.mdb.error.MdbException;
import dev.mdb.graph.Step;
import dev.mdb.operation.BatchedOperation;
import dev.mdb.operation.Operation;
import dev.mdb.operation.RedisOperation;
import dev.mdb.operation.Row;
import dev.mdb.operation.SqlOperation;
import dev.mdb.operation.SqlSplitter;
import dev.mdb.operation.TableOperation;
import dev.mdb.resource.Part;
import dev.mdb.resource.Session;
import dev.mdb.schema.Dialect;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** A block whose operations are written down. It ends where the block wants an answer. */
final class RehearsedBlock extends StepBlock {
  private static final Pattern STRUCTURE =
      Pattern.compile(
          "(\\s|--[^\\n]*\\n|/\\*.*?\\*/)*+(create|alter|drop)\\b.*",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private final Session session;
  private final boolean onCopy;
  private final List<String> statements = new ArrayList<>();
  private Optional<String> question = Optional.empty();

  /**
   * @param session for reading: knows the dialect, and what the resource can do
   * @param onCopy is it one of a throw-away copy, in which everything may be run?
   */
  RehearsedBlock(
      MigrationTask task, Step step, Session session, boolean onCopy, RunSettings settings) {
    super(step.revision().id(), task.resource(), task.scripts(), settings);
    this.session = session;
    this.onCopy = onCopy;
  }

  List<String> statements() {
    return statements;
  }

  /** The query at which the block could not be followed further. */
  Optional<String> question() {
    return question;
  }

  @Override
  public Optional<Dialect> dialect() {
    return session.dialect();
  }

  @Override
  public void run(Operation operation) {
    if (question.isPresent()) return;
    if (operation instanceof BatchedOperation batched) {
      statements.add(comment("in batches: " + batched.describe()));
      return;
    }
    var parts = session.parts(operation);
    statements.addAll(text(operation, parts));
    if (!onCopy) return;
    boolean safe =
        operation instanceof TableOperation || parts.stream().allMatch(this::isOfStructure);
    if (safe) parts.forEach(RehearsedBlock::attempt);
  }

  /** Nothing else is run: an ATTACH would lead out of the copy. */
  private boolean isOfStructure(Part part) {
    return part.statements().stream()
        .flatMap(each -> SqlSplitter.split(each.text(), dialect().orElseThrow()).stream())
        .allMatch(each -> STRUCTURE.matcher(each).matches());
  }

  private static void attempt(Part part) {
    try {
      part.run();
    } catch (MdbException ignored) {
      // It is shown all the same: what fails without rows may run with them.
    }
  }

  private List<String> text(Operation operation, List<Part> parts) {
    if (operation instanceof RedisOperation redis) return redis.lines();
    if (operation instanceof TableOperation) return changes(operation, parts);
    if (operation instanceof SqlOperation sql && dialect().isPresent()) {
      return sql.render(dialect().get()).stream().map(StatementText::of).toList();
    }
    return List.of(comment(operation.describe()));
  }

  /** What it needs may be made by a step that could not be followed to its end. */
  private List<String> changes(Operation operation, List<Part> parts) {
    try {
      return parts.stream()
          .flatMap(part -> part.statements().stream())
          .map(StatementText::of)
          .toList();
    } catch (MdbException missing) {
      return List.of(comment(operation.describe() + ": " + missing.getMessage()));
    }
  }

  private String comment(String text) {
    return (dialect().isPresent() ? "-- " : "# ") + text;
  }

  @Override
  public List<Row> query(String sql, List<Object> parameters) {
    var words = sql.strip().replaceAll("\\s+", " ");
    if (question.isEmpty()) question = Optional.of(words);
    throw new NotAsked(words);
  }

  /** Ends the block. */
  private static final class NotAsked extends RuntimeException {
    NotAsked(String query) {
      super("not asked: " + query);
    }
  }
}
