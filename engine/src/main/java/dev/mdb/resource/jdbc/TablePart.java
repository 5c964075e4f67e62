package dev.mdb.resource.jdbc;

import dev.mdb.operation.SqlStatement;
import dev.mdb.operation.TableOperation;
import dev.mdb.resource.Part;
import dev.mdb.schema.Dialect;
import java.util.List;
import java.util.function.Supplier;

/**
 * Changes of a table, where they can be taken back: all of them happen or none. How they are done
 * is found out when they run, and again when they are shown; what they are is always the same, also
 * for a run that passes over them later, when the table looks different.
 */
record TablePart(
    TableOperation operation,
    List<String> changes,
    Supplier<List<SqlStatement>> asked,
    Runnable runner)
    implements Part {
  static TablePart of(
      TableOperation operation,
      Dialect dialect,
      Supplier<List<SqlStatement>> asked,
      Runnable runner) {
    var changes = operation.changes(dialect).stream().map(Object::toString).toList();
    return new TablePart(operation, changes, asked, runner);
  }

  @Override
  public String hash() {
    var digest = new Digest().add(operation.table());
    changes.forEach(digest::add);
    return digest.hex();
  }

  @Override
  public String describe() {
    return operation.describe();
  }

  @Override
  public List<SqlStatement> statements() {
    return asked.get();
  }

  @Override
  public boolean joinsTransaction() {
    return true;
  }

  @Override
  public void run() {
    runner.run();
  }
}
