package dev.mdb.resource.jdbc;

import dev.mdb.operation.SqlOperation;
import dev.mdb.operation.SqlStatement;
import dev.mdb.operation.TableOperation;
import dev.mdb.schema.Ddl;
import dev.mdb.schema.Table;
import java.util.List;
import java.util.Optional;

/** What differs between the clients that scripts are written for. Statements have their ends. */
public interface ScriptSyntax extends AutoCloseable {
  /** A constraint or an error of this name is what people see. */
  String ELSEWHERE = "the database is not at its assumed start";

  /** The same for a run that broke off. */
  String HALF_WAY = "a run broke off half-way: see mdb status";

  /** How the script is run: {@code psql -X -f FILE DATABASE}. */
  String usage();

  /** Settings of the client and of its session, as an online run has them. */
  String settings();

  /**
   * Stops the client when a condition does not hold.
   *
   * @param atStart holds when the applied set is the assumed one
   * @param halfWay holds when an entry of the log is open
   */
  String guard(String atStart, String halfWay);

  /** Begins a transaction. */
  String begin();

  /** An expression: the time in ISO 8601, in UTC. */
  String now();

  /** An expression: an id for this run of the script, the same in the whole run. */
  String run();

  /** An expression: who runs the script. */
  String user();

  /** An expression: from where it is run. */
  String host();

  /** An expression: one text behind the other. */
  default String joined(String first, String second) {
    return "(" + first + " || " + second + ")";
  }

  /**
   * How the changes of a table are done, without a connection.
   *
   * @throws dev.mdb.error.MdbException of code {@code table-unknown} when that depends on what is
   *     there
   */
  default Alteration alteration(JdbcEngine engine, TableOperation operation) {
    var changes = operation.changes(engine.dialect());
    var statements = Ddl.of(engine.dialect()).alter(operation.table(), changes, this::table);
    return new Alteration(statements.stream().map(SqlStatement::of).toList(), false);
  }

  /** A table where the script has come to; empty when nobody can know it. */
  default Optional<Table> table(String name) {
    return Optional.empty();
  }

  /** Is told of every other operation, in run order, when its text is known. */
  default void passed(SqlOperation operation) {}

  /** Begins a transaction in which the engine does not look after foreign keys. */
  default List<String> beginUnenforced() {
    return List.of(begin());
  }

  /** Ends it, unless a row refers to nothing that was right before. */
  default List<String> commitUnenforced() {
    return List.of("COMMIT;");
  }

  @Override
  default void close() {}
}
