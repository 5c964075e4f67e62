package dev.mdb.operation;

import dev.mdb.schema.Dialect;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a running block sees of its run. */
public interface BlockContext {
  /** Id of the revision. */
  String revision();

  /** Kind of the resource: {@code sqlite}, {@code postgresql}, … */
  String kind();

  /** Empty for a resource that does not speak SQL. */
  Optional<Dialect> dialect();

  /** What was given with {@code -x NAME=VALUE}. */
  Map<String, String> arguments();

  /** What was given with {@code --tag}: a word of the user's own for this run. */
  default Optional<String> tag() {
    return Optional.empty();
  }

  /** The folder of the script: data files are read relative to it. */
  Path folder();

  /** Executes (or prints) one operation before it returns. */
  void run(Operation operation);

  /**
   * Rows of a query, which sees all that the block did before it.
   *
   * @throws dev.mdb.error.MdbException without a connection (offline SQL)
   */
  List<Row> query(String sql, List<Object> parameters);
}
