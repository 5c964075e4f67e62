package dev.mdb.resource.redis;

import dev.mdb.operation.RedisCommand;
import dev.mdb.operation.RedisOperation;
import dev.mdb.resource.Part;
import java.util.List;
import java.util.function.Consumer;

/** Commands that are done as one step. */
record RedisPart(
    List<RedisWrite> writes, boolean joinsTransaction, Consumer<List<RedisWrite>> runner)
    implements Part {
  @Override
  public String hash() {
    return operation().hash();
  }

  @Override
  public String describe() {
    return operation().describe();
  }

  private RedisOperation operation() {
    List<RedisCommand> commands = writes.stream().map(RedisWrite::command).toList();
    return new RedisOperation(commands);
  }

  @Override
  public void run() {
    runner.accept(writes);
  }
}
