package dev.mdb.resource.redis;

import io.lettuce.core.AbstractRedisClient;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisChannelWriter;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisReactiveCommandsImpl;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.SslVerifyMode;
import io.lettuce.core.StatefulRedisConnectionImpl;
import io.lettuce.core.api.StatefulConnection;
import io.lettuce.core.api.sync.RedisCommands;
import io.lettuce.core.cluster.ClusterClientOptions;
import io.lettuce.core.cluster.RedisClusterClient;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.metrics.CommandLatencyRecorder;
import io.lettuce.core.protocol.ProtocolVersion;
import io.lettuce.core.protocol.PushHandler;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.DefaultClientResources;
import io.netty.resolver.DefaultAddressResolverGroup;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Opens connections with as little of Lettuce as will do. */
final class LettuceClient {
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

  /** A peer that is gone without a word is noticed after idle + count × interval. */
  private static final SocketOptions.KeepAliveOptions KEEP_ALIVE =
      SocketOptions.KeepAliveOptions.builder()
          .enable()
          .idle(Duration.ofSeconds(10))
          .interval(Duration.ofSeconds(5))
          .count(3)
          .build();

  private LettuceClient() {}

  static RedisConnection connect(RedisAddress address) {
    var resources = resources();
    var client = address.cluster() ? cluster(resources, address) : single(resources, address);
    Runnable closing =
        () -> {
          client.shutdown(0, 1, TimeUnit.SECONDS);
          resources.shutdown(0, 1, TimeUnit.SECONDS);
        };
    try {
      return new LettuceConnection(open(client), closing);
    } catch (RuntimeException e) {
      closing.run();
      throw RedisFailure.unreachable(e);
    }
  }

  private static StatefulConnection<byte[], byte[]> open(AbstractRedisClient client) {
    return client instanceof RedisClusterClient cluster
        ? cluster.connect(ByteArrayCodec.INSTANCE)
        : ((RedisClient) client).connect(ByteArrayCodec.INSTANCE);
  }

  private static ClientResources resources() {
    return DefaultClientResources.builder()
        .ioThreadPoolSize(2)
        .computationThreadPoolSize(2)
        .commandLatencyRecorder(CommandLatencyRecorder.disabled())
        .addressResolverGroup(DefaultAddressResolverGroup.INSTANCE)
        .build();
  }

  private static RedisClient single(ClientResources resources, RedisAddress address) {
    var client = new SlimClient(resources, uri(address, address.hosts().get(0)));
    client.setOptions(options(ClientOptions.builder()).build());
    return client;
  }

  private static RedisClusterClient cluster(ClientResources resources, RedisAddress address) {
    var nodes = address.hosts().stream().map(host -> uri(address, host)).toList();
    var client = RedisClusterClient.create(resources, nodes);
    client.setOptions((ClusterClientOptions) options(ClusterClientOptions.builder()).build());
    return client;
  }

  /** No reconnecting: it would send again what was under way, and the server may have done it. */
  private static ClientOptions.Builder options(ClientOptions.Builder builder) {
    return builder
        .autoReconnect(false)
        .protocolVersion(ProtocolVersion.RESP2)
        .socketOptions(
            SocketOptions.builder().connectTimeout(CONNECT_TIMEOUT).keepAlive(KEEP_ALIVE).build());
  }

  private static RedisURI uri(RedisAddress address, RedisAddress.Host host) {
    var builder =
        RedisURI.Builder.redis(host.name(), host.port())
            .withDatabase(address.database())
            .withSsl(address.tls())
            .withVerifyPeer(address.verify() ? SslVerifyMode.FULL : SslVerifyMode.NONE)
            .withTimeout(CONNECT_TIMEOUT);
    char[] password = address.password().orElse("").toCharArray();
    if (address.user().isPresent()) builder.withAuthentication(address.user().get(), password);
    else if (password.length > 0) builder.withPassword(password);
    return builder.build();
  }

  /** Leaves out two of Lettuce's three faces: to load them takes a third of the start. */
  private static final class SlimClient extends RedisClient {
    SlimClient(ClientResources resources, RedisURI uri) {
      super(resources, uri);
    }

    @Override
    protected <K, V> StatefulRedisConnectionImpl<K, V> newStatefulRedisConnection(
        RedisChannelWriter writer, PushHandler handler, RedisCodec<K, V> codec, Duration timeout) {
      return new StatefulRedisConnectionImpl<>(writer, handler, codec, timeout) {
        @Override
        protected RedisCommands<K, V> newRedisSyncCommandsImpl() {
          return null;
        }

        @Override
        protected RedisReactiveCommandsImpl<K, V> newRedisReactiveCommandsImpl() {
          return null;
        }
      };
    }
  }
}
