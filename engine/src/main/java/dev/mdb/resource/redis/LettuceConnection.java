package dev.mdb.resource.redis;

import dev.mdb.operation.RedisCommand;
import dev.mdb.operation.RedisValue;
import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisException;
import io.lettuce.core.api.StatefulConnection;
import io.lettuce.core.cluster.api.StatefulRedisClusterConnection;
import io.lettuce.core.cluster.models.partitions.RedisClusterNode;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.protocol.AsyncCommand;
import io.lettuce.core.protocol.Command;
import io.lettuce.core.protocol.CommandArgs;
import io.lettuce.core.protocol.ProtocolKeyword;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;

/**
 * Sends commands as they are: Lettuce's own methods for each command would have to be loaded, and
 * know fewer commands than the server.
 */
final class LettuceConnection implements RedisConnection {
  private final StatefulConnection<byte[], byte[]> connection;
  private final Runnable closing;

  /**
   * @param closing also ends the client's threads
   */
  LettuceConnection(StatefulConnection<byte[], byte[]> connection, Runnable closing) {
    this.connection = connection;
    this.closing = closing;
  }

  @Override
  public Object call(RedisCommand command, List<byte[]> keys) {
    var key = keys.isEmpty() ? null : keys.get(0);
    connectTo(key);
    return await(send(connection, command, key));
  }

  @Override
  public List<Object> callAll(List<KeyedCommand> commands) {
    commands.forEach(each -> connectTo(each.key()));
    var sent = commands.stream().map(each -> send(connection, each.command(), each.key())).toList();
    return sent.stream().map(LettuceConnection::await).toList();
  }

  @Override
  public boolean clustered() {
    return connection instanceof StatefulRedisClusterConnection;
  }

  @Override
  public List<String> nodes() {
    if (!(connection instanceof StatefulRedisClusterConnection<byte[], byte[]> cluster)) {
      return List.of("");
    }
    return cluster.getPartitions().stream()
        .filter(node -> node.getRole().isUpstream() && !node.hasNoSlots())
        .map(RedisClusterNode::getNodeId)
        .sorted()
        .toList();
  }

  @Override
  public Object callOn(String node, RedisCommand command) {
    return await(send(target(node), command, null));
  }

  private StatefulConnection<byte[], byte[]> target(String node) {
    try {
      return connection instanceof StatefulRedisClusterConnection<byte[], byte[]> cluster
          ? cluster.getConnection(node)
          : connection;
    } catch (RedisException e) {
      throw RedisFailure.lost(e);
    }
  }

  /**
   * Without reconnecting, Lettuce takes a node that it has not yet connected to for one that it has
   * lost, and refuses the command.
   */
  private void connectTo(byte[] key) {
    if (key == null
        || !(connection instanceof StatefulRedisClusterConnection<byte[], byte[]> cluster)) {
      return;
    }
    var node = cluster.getPartitions().getPartitionBySlot(Slots.of(key));
    if (node == null) throw RedisFailure.refused("no node of the cluster has the slot of the key");
    try {
      cluster.getConnection(node.getUri().getHost(), node.getUri().getPort());
    } catch (RedisException e) {
      throw RedisFailure.lost(e);
    }
  }

  private static AsyncCommand<byte[], byte[], Object> send(
      StatefulConnection<byte[], byte[]> target, RedisCommand command, byte[] key) {
    var arguments = arguments(command, key);
    var name = new Name(command.name());
    var sent = new AsyncCommand<>(new Command<>(name, new ReplyOutput(), arguments));
    target.dispatch(sent);
    return sent;
  }

  /** Marks the key, by which the cluster's node is found. */
  private static CommandArgs<byte[], byte[]> arguments(RedisCommand command, byte[] key) {
    var arguments = new CommandArgs<>(ByteArrayCodec.INSTANCE);
    for (RedisValue value : command.arguments()) {
      var bytes = value.bytes();
      if (Arrays.equals(bytes, key)) arguments.addKey(bytes);
      else arguments.add(bytes);
    }
    return arguments;
  }

  private static Object await(AsyncCommand<byte[], byte[], Object> sent) {
    try {
      return sent.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RedisCommandExecutionException answer) {
        throw RedisFailure.refused(answer.getMessage());
      }
      throw RedisFailure.lost(e.getCause());
    } catch (CancellationException e) {
      throw RedisFailure.lost(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw RedisFailure.lost(e);
    }
  }

  @Override
  public void close() {
    connection.close();
    closing.run();
  }

  /** Any command, also one that Lettuce does not know. */
  private record Name(String text) implements ProtocolKeyword {
    @Override
    public byte[] getBytes() {
      return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
      return text;
    }
  }
}
