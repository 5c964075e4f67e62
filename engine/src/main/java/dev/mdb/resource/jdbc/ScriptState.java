package dev.mdb.resource.jdbc;

import dev.mdb.operation.SqlStatement;
import dev.mdb.resource.AppliedRevision;
import dev.mdb.resource.LogEntry;
import dev.mdb.resource.StateFields;
import java.util.ArrayList;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The state in a script: the statements of {@link StateSql} with their values inside, and with the
 * server's own clock and user in place of mdb's.
 */
record ScriptState(StateSql sql, ScriptSyntax syntax, ClientText client, InlinedSql inlined) {
  String create() {
    var statements = new ArrayList<String>();
    sql.createSchema().map(client::of).ifPresent(statements::add);
    statements.add(client.of(sql.createVersionTable()));
    statements.add(client.of(sql.createLogTable()));
    return String.join("\n", statements);
  }

  /** Exactly these are applied, and no run is open. */
  String guard(Set<String> applied) {
    var halfWay = "EXISTS (SELECT 1 FROM %s WHERE %s)".formatted(log(), sql.isOpen());
    return syntax.guard(isExactly(applied), halfWay);
  }

  private String isExactly(Set<String> applied) {
    var count = "(SELECT count(*) FROM %s)".formatted(table());
    if (applied.isEmpty()) return count + " = 0";
    var ids = applied.stream().map(inlined.literals()::text).collect(Collectors.joining(", "));
    return "%1$s = %2$d AND (SELECT count(*) FROM %3$s WHERE revision IN (%4$s)) = %2$d"
        .formatted(count, applied.size(), table(), ids);
  }

  private String table() {
    return sql.versionTable().quoted(sql.engine());
  }

  private String log() {
    return sql.logTable().quoted(sql.engine());
  }

  String add(AppliedRevision revision) {
    var fields = StateFields.of(revision);
    put(fields, "applied_at", syntax.now());
    put(fields, "applied_by", syntax.joined(syntax.joined(syntax.user(), "'@'"), syntax.host()));
    return text(sql.add(fields));
  }

  String remove(String id) {
    return text(sql.remove(id));
  }

  String append(LogEntry entry) {
    return text(sql.append(fields(entry)));
  }

  /**
   * Adds a part that is done to the entry.
   *
   * @param more are there some before it?
   */
  String note(LogEntry entry, boolean more, String hash) {
    var parts = more ? syntax.joined("parts", "'," + hash + "'") : "'" + hash + "'";
    return update(entry, parts);
  }

  /** The parts are noted by then. */
  String finish(LogEntry entry) {
    return update(entry, "parts");
  }

  private String update(LogEntry entry, String parts) {
    var fields = fields(entry);
    put(fields, "parts", parts);
    return text(sql.update(fields));
  }

  private Map<String, Object> fields(LogEntry entry) {
    var fields = StateFields.of(entry);
    put(fields, "run_id", syntax.run());
    put(fields, "at", syntax.now());
    put(fields, "run_by", syntax.user());
    put(fields, "host", syntax.host());
    return fields;
  }

  private static void put(Map<String, Object> fields, String name, String expression) {
    fields.replace(name, new SqlExpression(expression));
  }

  private String text(SqlStatement statement) {
    return client.of(inlined.texts(statement).get(0));
  }
}
