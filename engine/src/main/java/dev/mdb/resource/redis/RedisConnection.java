package dev.mdb.resource.redis;

import dev.mdb.operation.RedisCommand;
import java.util.List;

/**
 * Commands in, replies out. A reply is null (nil), a {@link Long}, a {@link String} (a status), a
 * {@code byte[]} or a {@link List} of replies. Every method throws {@link RedisFailure}.
 */
interface RedisConnection extends AutoCloseable {
  /** On a cluster, goes to the node that has the first of the keys; without keys, to any. */
  Object call(RedisCommand command, List<byte[]> keys);

  /** The same for many commands on one key each, sent without waiting in between. */
  List<Object> callAll(List<KeyedCommand> commands);

  /** A command and the key that it goes by. */
  record KeyedCommand(RedisCommand command, byte[] key) {}

  boolean clustered();

  /** Ids of the nodes that can be written, sorted; one without a cluster. */
  List<String> nodes();

  Object callOn(String node, RedisCommand command);

  @Override
  void close();
}
