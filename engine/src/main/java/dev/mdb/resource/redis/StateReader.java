package dev.mdb.resource.redis;

import dev.mdb.operation.RedisCommand;
import dev.mdb.resource.redis.RedisConnection.KeyedCommand;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/** Reads hashes that are named by another key. */
final class StateReader {
  private static final int ATTEMPTS = 3;

  private final RedisConnection connection;

  StateReader(RedisConnection connection) {
    this.connection = connection;
  }

  List<String> list(String key) {
    return strings(call(RedisCommand.of("LRANGE", key, 0, -1), key));
  }

  List<String> set(String key) {
    return strings(call(RedisCommand.of("SMEMBERS", key), key));
  }

  /** The first value of each of the newest entries of a stream, newest first. */
  List<String> newest(String key, int atMost) {
    var entries = (List<?>) call(RedisCommand.of("XREVRANGE", key, "+", "-", "COUNT", atMost), key);
    return entries.stream().map(entry -> strings(((List<?>) entry).get(1)).get(1)).toList();
  }

  /**
   * The names and the hashes are not read in one moment: a run that ends in between takes a hash
   * away, so both are read again.
   */
  <T> List<T> hashes(Supplier<List<String>> names, Function<Map<String, String>, T> make) {
    var missing = "";
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      var keys = names.get();
      var found = connection.callAll(keys.stream().map(StateReader::hash).toList());
      var rows = found.stream().map(StateReader::map).toList();
      if (rows.stream().noneMatch(Map::isEmpty)) return rows.stream().map(make).toList();
      missing = keys.get(rows.indexOf(Map.<String, String>of()));
    }
    throw RedisFailure.refused("the key " + missing + " is missing");
  }

  private static KeyedCommand hash(String key) {
    return new KeyedCommand(RedisCommand.of("HGETALL", key), Text.utf8(key));
  }

  private Object call(RedisCommand command, String key) {
    return connection.call(command, List.of(Text.utf8(key)));
  }

  private static List<String> strings(Object reply) {
    return ((List<?>) reply).stream().map(Text::of).toList();
  }

  /** A flat list of names and values. */
  private static Map<String, String> map(Object reply) {
    var flat = strings(reply);
    var map = new LinkedHashMap<String, String>();
    for (int i = 0; i < flat.size(); i += 2) map.put(flat.get(i), flat.get(i + 1));
    return map;
  }
}
