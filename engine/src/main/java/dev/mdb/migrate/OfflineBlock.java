package dev.mdb.migrate;

import dev.mdb.error.Category;
import dev.mdb.error.MdbException;
import dev.mdb.error.Problem;
import dev.mdb.operation.BatchedOperation;
import dev.mdb.operation.BlockContext;
import dev.mdb.operation.Operation;
import dev.mdb.operation.Row;
import dev.mdb.resource.ScriptPart;
import dev.mdb.resource.ScriptWriter;
import dev.mdb.schema.Dialect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A block whose operations go into a script. It fails where it wants an answer. */
final class OfflineBlock implements BlockContext {
  private final OfflineTask task;
  private final String revision;
  private final ScriptWriter writer;
  private final RunSettings settings;
  private final List<ScriptPart> parts = new ArrayList<>();

  OfflineBlock(OfflineTask task, String revision, ScriptWriter writer, RunSettings settings) {
    this.task = task;
    this.revision = revision;
    this.writer = writer;
    this.settings = settings;
  }

  List<ScriptPart> parts() {
    return parts;
  }

  @Override
  public String revision() {
    return revision;
  }

  @Override
  public String kind() {
    return task.resource().kind();
  }

  @Override
  public Optional<Dialect> dialect() {
    return writer.dialect();
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
    return task.scripts().entry(revision).orElseThrow().path().getParent();
  }

  @Override
  public void run(Operation operation) {
    if (operation instanceof BatchedOperation batched) throw needsAnswer(batched.describe());
    parts.addAll(writer.parts(operation));
  }

  @Override
  public List<Row> query(String sql, List<Object> parameters) {
    throw needsAnswer("query " + sql.strip().replaceAll("\\s+", " "));
  }

  private static MdbException needsAnswer(String what) {
    return new MdbException(
        Problem.of(
                Category.FAILED,
                "needs-connection",
                "it reads the database, which a script is written without: " + what)
            .help(
                "run it online, without --sql; or let the script pass it over:"
                    + " if (args[\"OFFLINE\"] == null) { … }, with -x OFFLINE=yes")
            .with("statement", what));
  }
}
