package dev.mdb.resource.jdbc;

import dev.mdb.error.Category;
import dev.mdb.error.MdbException;
import dev.mdb.error.Problem;
import dev.mdb.operation.Operation;
import dev.mdb.operation.SqlOperation;
import dev.mdb.operation.SqlStatement;
import dev.mdb.operation.TableOperation;
import dev.mdb.resource.RunScript;
import dev.mdb.resource.ScriptPart;
import dev.mdb.resource.ScriptWriter;
import dev.mdb.schema.Dialect;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Scripts of the relational engines. */
public final class SqlScriptWriter implements ScriptWriter {
  private final JdbcEngine engine;
  private final TableName versionTable;
  private final ScriptSyntax syntax;
  private final ClientText client;
  private final InlinedSql inlined;

  public SqlScriptWriter(JdbcEngine engine, TableName versionTable, ScriptSyntax syntax) {
    this.engine = engine;
    this.versionTable = versionTable;
    this.syntax = syntax;
    this.client = new ClientText(engine.dialect());
    this.inlined = InlinedSql.of(engine);
  }

  @Override
  public Optional<Dialect> dialect() {
    return Optional.of(engine.dialect());
  }

  @Override
  public List<ScriptPart> parts(Operation operation) {
    if (operation instanceof TableOperation changes) return changes(changes);
    if (!(operation instanceof SqlOperation sql)) throw wrongKind(operation);
    var parts = statements(sql.render(engine.dialect(), syntax::table));
    syntax.passed(sql);
    return parts;
  }

  /** As a session would cut it into parts. */
  private List<ScriptPart> changes(TableOperation operation) {
    var alteration = syntax.alteration(engine, operation);
    if (!engine.rollsBackSchemaChanges()) return statements(alteration.statements());
    var part = TablePart.of(operation, engine.dialect(), alteration::statements, () -> {});
    var lines = alteration.statements().stream().flatMap(each -> lines(each).stream()).toList();
    return List.of(new ScriptPart(lines, part.hash(), true, alteration.unenforced()));
  }

  private List<ScriptPart> statements(List<SqlStatement> statements) {
    return statements.stream().map(this::part).toList();
  }

  private ScriptPart part(SqlStatement statement) {
    var part = new StatementPart(statement, unused -> {});
    return new ScriptPart(lines(statement), part.hash(), part.joinsTransaction(), false);
  }

  private List<String> lines(SqlStatement statement) {
    return inlined.texts(statement).stream().map(client::of).toList();
  }

  private MdbException wrongKind(Operation operation) {
    return new MdbException(
        Problem.of(
            Category.FAILED,
            "wrong-kind",
            "'" + operation.describe() + "' is no operation of " + engine.dialect().title()));
  }

  @Override
  public String write(RunScript script) {
    var blocks = new ArrayList<String>();
    var comments = new ArrayList<>(script.comments());
    comments.add("run it with: " + syntax.usage());
    blocks.add(ClientText.comment(comments));
    if (!script.units().isEmpty()) {
      var state = new ScriptState(new StateSql(engine, versionTable), syntax, client, inlined);
      blocks.add(syntax.settings());
      if (script.assumed().isEmpty()) blocks.add(state.create());
      blocks.add(state.guard(script.assumed()));
      var units = new ScriptUnits(state, syntax, engine.rollsBackSchemaChanges());
      script.units().forEach(unit -> blocks.add(units.text(unit)));
    }
    return String.join("\n\n", blocks) + "\n";
  }

  @Override
  public void close() {
    syntax.close();
  }
}
