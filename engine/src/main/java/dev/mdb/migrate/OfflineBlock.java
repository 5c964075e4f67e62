package dev.mdb.migrate;

import dev.mdb.error.Category;
import dev.mdb.error.MdbException;
import dev.mdb.error.Problem;
import dev.mdb.operation.BatchedOperation;
import dev.mdb.operation.Operation;
import dev.mdb.operation.Row;
import dev.mdb.resource.ScriptPart;
import dev.mdb.resource.ScriptWriter;
import dev.mdb.schema.Dialect;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A block whose operations go into a script. It fails where it wants an answer. */
final class OfflineBlock extends StepBlock {
  private final ScriptWriter writer;
  private final List<ScriptPart> parts = new ArrayList<>();

  OfflineBlock(OfflineTask task, String revision, ScriptWriter writer, RunSettings settings) {
    super(revision, task.resource(), task.scripts(), settings);
    this.writer = writer;
  }

  List<ScriptPart> parts() {
    return parts;
  }

  @Override
  public Optional<Dialect> dialect() {
    return writer.dialect();
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
