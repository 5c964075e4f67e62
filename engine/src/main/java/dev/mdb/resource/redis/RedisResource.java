package dev.mdb.resource.redis;

import dev.mdb.error.Category;
import dev.mdb.error.MdbException;
import dev.mdb.error.Problem;
import dev.mdb.operation.RedisCommand;
import dev.mdb.resource.Access;
import dev.mdb.resource.LockWait;
import dev.mdb.resource.LockWaiting;
import dev.mdb.resource.Resource;
import dev.mdb.resource.RunLock;
import dev.mdb.resource.RunOwner;
import dev.mdb.resource.ScriptWriter;
import dev.mdb.resource.Session;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** A Redis server or cluster. Sessions that are opened while the lock is held write under it. */
final class RedisResource implements Resource {
  private final String name;
  private final RedisAddress address;
  private final RedisKeys keys;
  private final AtomicReference<Optional<RedisLock>> held = new AtomicReference<>(Optional.empty());

  RedisResource(String name, RedisAddress address, RedisKeys keys) {
    this.name = name;
    this.address = address;
    this.keys = keys;
  }

  @Override
  public String kind() {
    return RedisProvider.KIND;
  }

  @Override
  public String maskedUrl() {
    return address.masked();
  }

  @Override
  public Session connect(Access access) {
    try {
      var connection = LettuceClient.connect(address);
      var writer = new RedisWriter(connection, keys, held.get(), address.masked());
      return new RedisSession(connection, keys, writer);
    } catch (RedisFailure e) {
      throw cannotConnect(e);
    }
  }

  @Override
  public RunLock lock(RunOwner owner, LockWait wait) {
    var waiting = new LockWaiting(wait, name, RedisLock.OF_THE_DEAD);
    try {
      var lock =
          RedisLock.take(
              () -> LettuceClient.connect(address),
              keys,
              owner,
              waiting,
              () -> held.set(Optional.empty()));
      held.set(Optional.of(lock));
      return lock;
    } catch (RedisFailure e) {
      throw cannotConnect(e);
    } catch (MdbException e) {
      throw new MdbException(e.problems().get(0).inResource(name), e.getCause());
    }
  }

  @Override
  public Optional<String> lockHolder() {
    return ask(RedisCommand.of("HGET", keys.lock(), "owner"));
  }

  /** The number of the lease is never given again, so the server refuses what its owner writes. */
  @Override
  public Optional<String> breakLock() {
    return ask(RedisCommand.of("EVAL", RedisScripts.BREAK, 1, keys.lock()));
  }

  private Optional<String> ask(RedisCommand command) {
    try (var connection = LettuceClient.connect(address)) {
      var reply = connection.call(command, List.of(Text.utf8(keys.lock())));
      return Optional.ofNullable(reply).map(Text::of);
    } catch (RedisFailure e) {
      throw cannotConnect(e);
    }
  }

  private MdbException cannotConnect(RedisFailure failure) {
    return new MdbException(
        Problem.of(
                Category.FAILED,
                "cannot-connect",
                "cannot connect to " + address.masked() + ": " + failure.getMessage())
            .inResource(name),
        failure);
  }

  @Override
  public ScriptWriter scriptWriter(Consumer<Session> before) {
    if (address.cluster()) throw spansSlots();
    return new RedisScriptWriter(keys, address.database());
  }

  private MdbException spansSlots() {
    return new MdbException(
        Problem.of(
                Category.USAGE,
                "no-script",
                "no script can be written for a cluster: none of its transactions spans two slots")
            .inResource(name)
            .help("run it online, without --sql"));
  }
}
