package dev.mdb.resource.redis;

import dev.mdb.operation.RedisCommand;
import dev.mdb.operation.RedisValue;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code SCAN} over all nodes of a cluster, node after node in the order of their ids: the cursor
 * is {@code node:cursor}, and {@code 0} at both ends as without a cluster. When a node is replaced
 * in the meantime, its successor is gone through from the beginning.
 */
final class ClusterScan {
  private static final String END = "0";

  private final RedisConnection connection;

  ClusterScan(RedisConnection connection) {
    this.connection = connection;
  }

  Object call(RedisCommand scan) {
    if (scan.arguments().isEmpty()) throw RedisFailure.refused("SCAN wants a cursor");
    var cursor = scan.arguments().get(0).toString();
    int colon = cursor.indexOf(':');
    var wanted = colon < 0 ? "" : cursor.substring(0, colon);
    var node = node(wanted);
    if (node.isEmpty()) return List.of(Text.utf8(END), List.of());
    var at = node.equals(wanted) ? cursor.substring(colon + 1) : END;
    var answer = (List<?>) connection.callOn(node, from(at, scan));
    return List.of(Text.utf8(next(node, Text.of(answer.get(0)))), answer.get(1));
  }

  /** The node of this id, or the one after it; empty after the last. */
  private String node(String wanted) {
    return connection.nodes().stream()
        .filter(id -> id.compareTo(wanted) >= 0)
        .findFirst()
        .orElse("");
  }

  private String next(String node, String cursor) {
    if (!cursor.equals(END)) return node + ":" + cursor;
    var after = connection.nodes().stream().filter(id -> id.compareTo(node) > 0).findFirst();
    return after.map(id -> id + ":" + END).orElse(END);
  }

  private static RedisCommand from(String cursor, RedisCommand scan) {
    var arguments = new ArrayList<>(scan.arguments());
    arguments.set(0, RedisValue.of(cursor));
    return new RedisCommand(scan.name(), arguments);
  }
}
