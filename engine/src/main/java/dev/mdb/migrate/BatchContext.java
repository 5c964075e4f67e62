package dev.mdb.migrate;

import dev.mdb.operation.BlockContext;
import dev.mdb.operation.Operation;
import dev.mdb.operation.Row;
import dev.mdb.resource.Part;
import dev.mdb.resource.Session;
import dev.mdb.schema.Dialect;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The block as a batch sees it: its operations run in the batch's transaction and are not
 * journalled one by one.
 */
record BatchContext(BlockContext block, Session session) implements BlockContext {
  @Override
  public String revision() {
    return block.revision();
  }

  @Override
  public String kind() {
    return block.kind();
  }

  @Override
  public Optional<Dialect> dialect() {
    return block.dialect();
  }

  @Override
  public Map<String, String> arguments() {
    return block.arguments();
  }

  @Override
  public Optional<String> tag() {
    return block.tag();
  }

  @Override
  public Path folder() {
    return block.folder();
  }

  @Override
  public void run(Operation operation) {
    session.parts(operation).forEach(Part::run);
  }

  @Override
  public List<Row> query(String sql, List<Object> parameters) {
    return block.query(sql, parameters);
  }
}
