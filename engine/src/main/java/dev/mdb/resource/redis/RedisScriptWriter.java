package dev.mdb.resource.redis;

import dev.mdb.error.Category;
import dev.mdb.error.MdbException;
import dev.mdb.error.Problem;
import dev.mdb.operation.Operation;
import dev.mdb.operation.RedisCommand;
import dev.mdb.operation.RedisOperation;
import dev.mdb.resource.LogEntry;
import dev.mdb.resource.RunScript;
import dev.mdb.resource.RunScript.StateChange;
import dev.mdb.resource.RunScript.Unit;
import dev.mdb.resource.ScriptPart;
import dev.mdb.resource.ScriptWriter;
import dev.mdb.resource.StateFields;
import dev.mdb.schema.Dialect;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Scripts for {@code redis-cli}, which goes on after an error and knows no comments: each revision
 * is a transaction that looks at the applied set for itself, and what people read is an {@code
 * ECHO}. A transaction whose guard finds something else is not executed: {@code EXEC} answers nil.
 */
final class RedisScriptWriter implements ScriptWriter {
  private final RedisKeys keys;
  private final StateWrites writes;
  private final int database;

  RedisScriptWriter(RedisKeys keys, int database) {
    this.keys = keys;
    this.writes = new StateWrites(keys);
    this.database = database;
  }

  @Override
  public Optional<Dialect> dialect() {
    return Optional.empty();
  }

  @Override
  public List<ScriptPart> parts(Operation operation) {
    if (operation instanceof RedisOperation redis) {
      return List.of(new ScriptPart(redis.lines(), redis.hash(), true, false));
    }
    throw new MdbException(
        Problem.of(
            Category.FAILED,
            "wrong-kind",
            "'" + operation.describe() + "' is no operation of Redis"));
  }

  @Override
  public String write(RunScript script) {
    var lines = new ArrayList<String>();
    script.comments().forEach(comment -> lines.add(echo(comment)));
    lines.add(echo("run it with: redis-cli -n " + database + " < FILE"));
    var applied = new LinkedHashSet<>(script.assumed());
    for (var unit : script.units()) {
      lines.add("");
      lines.addAll(transaction(unit, applied));
      unit.changes().forEach(change -> apply(change, applied));
    }
    return String.join("\n", lines) + "\n";
  }

  private static void apply(StateChange change, Set<String> applied) {
    var id = change.entry().revision();
    if (change.added().isPresent()) applied.add(id);
    else applied.remove(id);
  }

  private List<String> transaction(Unit unit, Set<String> applied) {
    var lines = new ArrayList<String>();
    unit.comments().forEach(comment -> lines.add(echo(comment)));
    lines.add(RedisCommand.of("WATCH", keys.revisions(), keys.lock(), keys.open()).toString());
    lines.add(guard(unit.changes().get(0).entry(), applied));
    lines.add("MULTI");
    unit.parts().forEach(part -> lines.addAll(part.lines()));
    for (var change : unit.changes()) lines.addAll(state(change));
    lines.add("EXEC");
    return lines;
  }

  private String guard(LogEntry first, Set<String> applied) {
    var arguments = new ArrayList<Object>(List.of(oneLine(RedisScripts.GUARD), 4));
    arguments.addAll(List.of(keys.revisions(), keys.lock(), keys.open(), keys.log()));
    arguments.addAll(List.of(first.run(), first.ordinal()));
    arguments.addAll(applied);
    return RedisCommand.of("EVAL", arguments.toArray()).toString();
  }

  private List<String> state(StateChange change) {
    var id = change.entry().revision();
    var changing = change.added().map(writes::add).orElseGet(() -> writes.remove(id));
    var lines =
        new ArrayList<>(changing.stream().map(write -> write.command().toString()).toList());
    lines.add(record(change.entry(), change.added().isPresent() ? keys.revision(id) : ""));
    return lines;
  }

  private String record(LogEntry entry, String revisionKey) {
    var arguments =
        new ArrayList<Object>(
            List.of(oneLine(RedisScripts.RECORD), 2, keys.log(), keys.logEntry("")));
    arguments.addAll(List.of(revisionKey, entry.run(), entry.ordinal(), entry.revision()));
    arguments.addAll(StateWrites.texts(StateFields.of(entry)));
    return RedisCommand.of("EVAL", arguments.toArray()).toString();
  }

  private static String oneLine(String script) {
    return script.strip().replaceAll("\\s*\\n\\s*", " ");
  }

  private static String echo(String text) {
    return RedisCommand.of("ECHO", text.replaceAll("\\R", " ")).toString();
  }
}
