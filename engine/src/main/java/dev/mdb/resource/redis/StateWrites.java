package dev.mdb.resource.redis;

import dev.mdb.operation.RedisCommand;
import dev.mdb.resource.AppliedRevision;
import dev.mdb.resource.LogEntry;
import dev.mdb.resource.StateFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The commands that keep the state, for those who run them and for those who write a script. */
record StateWrites(RedisKeys keys) {
  List<RedisWrite> add(AppliedRevision revision) {
    var key = keys.revision(revision.id());
    var create = RedisCommand.of("HSETNX", key, "revision", revision.id());
    var already = "revision '" + revision.id() + "' is applied already";
    return List.of(
        new RedisWrite(create, List.of(Text.utf8(key)), false, "1", already, Optional.empty()),
        write(fill(key, StateFields.of(revision)), key),
        write(RedisCommand.of("RPUSH", keys.revisions(), revision.id()), keys.revisions()));
  }

  List<RedisWrite> remove(String id) {
    var key = keys.revision(id);
    return List.of(
        write(RedisCommand.of("DEL", key), key),
        write(RedisCommand.of("LREM", keys.revisions(), 1, id), keys.revisions()));
  }

  List<RedisWrite> update(LogEntry entry) {
    var key = keys.logEntry(name(entry));
    var marking = entry.outcome().isOpen() ? "SADD" : "SREM";
    return List.of(
        write(fill(key, StateFields.of(entry)), key),
        write(RedisCommand.of(marking, keys.open(), name(entry)), keys.open()));
  }

  /** The line of the log that names an entry. */
  RedisWrite line(LogEntry entry) {
    return RedisWrite.closing(
        RedisCommand.of(
            "XADD", keys.log(), "*", "entry", name(entry), "revision", entry.revision()));
  }

  private static String name(LogEntry entry) {
    return entry.run() + ":" + entry.ordinal() + ":" + entry.revision();
  }

  /** A hash has no null: an empty text stands for it. */
  static List<String> texts(Map<String, Object> fields) {
    var texts = new ArrayList<String>();
    fields.forEach(
        (name, value) -> {
          texts.add(name);
          texts.add(Objects.toString(value, ""));
        });
    return texts;
  }

  private static RedisCommand fill(String key, Map<String, Object> fields) {
    var arguments = new ArrayList<Object>(List.of(key));
    arguments.addAll(texts(fields));
    return RedisCommand.of("HSET", arguments.toArray());
  }

  private static RedisWrite write(RedisCommand command, String key) {
    return RedisWrite.of(command, List.of(Text.utf8(key)), Optional.empty());
  }
}
