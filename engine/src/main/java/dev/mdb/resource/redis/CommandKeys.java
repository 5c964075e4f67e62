package dev.mdb.resource.redis;

import dev.mdb.operation.RedisCommand;
import dev.mdb.operation.RedisValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Which arguments of a command are keys: from tables for the usual commands, else the server is
 * asked, which also tells a command that does not exist.
 */
final class CommandKeys {
  private static final Set<String> FIRST =
      Set.of(
          ("SET SETEX PSETEX SETNX GETSET GETDEL GETEX APPEND INCR INCRBY INCRBYFLOAT DECR DECRBY"
                  + " SETRANGE SETBIT EXPIRE PEXPIRE EXPIREAT PEXPIREAT PERSIST HSET HSETNX HMSET"
                  + " HDEL HINCRBY HINCRBYFLOAT LPUSH RPUSH LPUSHX RPUSHX LPOP RPOP LREM LSET LTRIM"
                  + " LINSERT SADD SREM SPOP ZADD ZREM ZINCRBY ZREMRANGEBYSCORE ZREMRANGEBYRANK"
                  + " ZREMRANGEBYLEX XADD XDEL XTRIM PFADD GEOADD GET STRLEN HGET HMGET HGETALL"
                  + " HKEYS HVALS HLEN HEXISTS LRANGE LLEN LINDEX SMEMBERS SISMEMBER SCARD ZRANGE"
                  + " ZSCORE ZCARD ZCOUNT XRANGE XREVRANGE XLEN TYPE TTL PTTL DUMP HSCAN SSCAN"
                  + " ZSCAN")
              .split(" "));
  private static final Set<String> FIRST_TWO =
      Set.of("RENAME", "RENAMENX", "COPY", "SMOVE", "LMOVE", "RPOPLPUSH");
  private static final Set<String> ALL = Set.of("DEL", "UNLINK", "TOUCH", "EXISTS", "MGET");
  private static final Set<String> EVERY_SECOND = Set.of("MSET", "MSETNX");

  private static final String NO_KEYS = "no key arguments";

  private final RedisConnection connection;

  CommandKeys(RedisConnection connection) {
    this.connection = connection;
  }

  /**
   * @throws RedisFailure for a command or a number of arguments that the server does not know
   */
  List<byte[]> of(RedisCommand command) {
    var name = command.name();
    int count = command.arguments().size();
    if (FIRST.contains(name)) return at(command, IntStream.range(0, Math.min(1, count)));
    if (FIRST_TWO.contains(name)) return at(command, IntStream.range(0, Math.min(2, count)));
    if (ALL.contains(name)) return at(command, IntStream.range(0, count));
    if (EVERY_SECOND.contains(name)) {
      return at(command, IntStream.range(0, count).filter(i -> i % 2 == 0));
    }
    return ask(command);
  }

  private static List<byte[]> at(RedisCommand command, IntStream places) {
    return places.mapToObj(i -> command.arguments().get(i).bytes()).toList();
  }

  private List<byte[]> ask(RedisCommand command) {
    var question = new ArrayList<RedisValue>();
    question.add(RedisValue.of("GETKEYS"));
    question.add(RedisValue.of(command.name()));
    question.addAll(command.arguments());
    try {
      var answer = (List<?>) connection.call(new RedisCommand("COMMAND", question), List.of());
      return answer.stream().map(byte[].class::cast).toList();
    } catch (RedisFailure e) {
      if (e.refused() && e.getMessage().contains(NO_KEYS)) return List.of();
      throw e;
    }
  }
}
