package dev.mdb.migrate;

import dev.mdb.graph.Step;
import dev.mdb.operation.BatchedOperation;
import dev.mdb.operation.BlockContext;
import dev.mdb.operation.Operation;
import dev.mdb.operation.RedisOperation;
import dev.mdb.operation.Row;
import dev.mdb.operation.SqlOperation;
import dev.mdb.resource.Session;
import dev.mdb.schema.Dialect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A block whose operations are written down. It ends where the block wants an answer. */
final class RehearsedBlock implements BlockContext {
  private final MigrationTask task;
  private final Step step;
  private final Session session;
  private final RunSettings settings;
  private final List<String> statements = new ArrayList<>();
  private Optional<String> question = Optional.empty();

  /**
   * @param session for reading: knows the dialect, and what the resource can do
   */
  RehearsedBlock(MigrationTask task, Step step, Session session, RunSettings settings) {
    this.task = task;
    this.step = step;
    this.session = session;
    this.settings = settings;
  }

  List<String> statements() {
    return statements;
  }

  /** The query at which the block could not be followed further. */
  Optional<String> question() {
    return question;
  }

  @Override
  public String revision() {
    return step.revision().id();
  }

  @Override
  public String kind() {
    return task.resource().kind();
  }

  @Override
  public Optional<Dialect> dialect() {
    return session.dialect();
  }

  @Override
  public Map<String, String> arguments() {
    return settings.arguments();
  }

  @Override
  public Optional<String> tag() {
    return settings.tag();
  }

  @Override
  public Path folder() {
    return task.scripts().entry(revision()).orElseThrow().path().getParent();
  }

  @Override
  public void run(Operation operation) {
    if (question.isPresent()) return;
    if (operation instanceof BatchedOperation batched) {
      statements.add(comment("in batches: " + batched.describe()));
      return;
    }
    session.parts(operation);
    statements.addAll(text(operation));
  }

  private List<String> text(Operation operation) {
    if (operation instanceof RedisOperation redis) return redis.lines();
    if (operation instanceof SqlOperation sql && dialect().isPresent()) {
      return sql.render(dialect().get()).stream().map(StatementText::of).toList();
    }
    return List.of(comment(operation.describe()));
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
