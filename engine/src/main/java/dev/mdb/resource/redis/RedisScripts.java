package dev.mdb.resource.redis;

/** What runs inside the server, each as one step that nothing comes between. */
final class RedisScripts {
  private RedisScripts() {}

  /**
   * All commands or none. {@code MULTI} would not do: it goes on after a command that failed, and
   * keeps the others.
   *
   * <p>{@code KEYS}: the lock, then every key that a command may change. {@code ARGV}: the number
   * of the lease, or nothing for a session without a lock; then a packed list for each command: the
   * expected reply, the name, the arguments. Gives {@code {0}}; {@code {-1, owner}} when the lease
   * is no longer the one named; {@code {n, error, undone}} when the n-th command failed: an empty
   * error for an unexpected reply, and an empty {@code undone} when all keys are as before.
   */
  static final String WRITE =
      """
      if ARGV[1] ~= '' and redis.call('HGET', KEYS[1], 'token') ~= ARGV[1] then
        return {-1, redis.call('HGET', KEYS[1], 'owner') or ''}
      end
      local before, life = {}, {}
      for i = 2, #KEYS do
        before[i] = redis.call('DUMP', KEYS[i])
        if before[i] then life[i] = math.max(redis.call('PTTL', KEYS[i]), -1) end
      end
      local function undo()
        local trouble = ''
        for i = 2, #KEYS do
          redis.call('DEL', KEYS[i])
          if before[i] then
            local left = life[i] == -1 and 0 or math.max(life[i], 1)
            local reply = redis.pcall('RESTORE', KEYS[i], left, before[i])
            if reply.err then trouble = reply.err end
          end
        end
        return trouble
      end
      for i = 2, #ARGV do
        local step = cmsgpack.unpack(ARGV[i])
        local reply = redis.pcall(unpack(step, 2))
        if type(reply) == 'table' and reply.err then return {i - 1, reply.err, undo()} end
        if step[1] ~= '' and tostring(reply) ~= step[1] then return {i - 1, '', undo()} end
      end
      return {0}
      """;

  /**
   * {@code KEYS}: lock, fence. {@code ARGV}: owner, milliseconds. Gives the number, or the owner.
   */
  static final String TAKE =
      """
      if redis.call('EXISTS', KEYS[1]) == 1 then
        return {0, redis.call('HGET', KEYS[1], 'owner') or ''}
      end
      local token = redis.call('INCR', KEYS[2])
      redis.call('HSET', KEYS[1], 'token', token, 'owner', ARGV[1])
      redis.call('PEXPIRE', KEYS[1], ARGV[2])
      return {token, ''}
      """;

  /** {@code KEYS}: lock. {@code ARGV}: number, milliseconds. Gives 1 while the lease is ours. */
  static final String RENEW =
      """
      if redis.call('HGET', KEYS[1], 'token') ~= ARGV[1] then return 0 end
      return redis.call('PEXPIRE', KEYS[1], ARGV[2])
      """;

  /** {@code KEYS}: lock. Gives the owner whose lease is over now, or nil. */
  static final String BREAK =
      """
      local owner = redis.call('HGET', KEYS[1], 'owner')
      redis.call('DEL', KEYS[1])
      return owner
      """;

  /** {@code KEYS}: lock. {@code ARGV}: number. */
  static final String RELEASE =
      """
      if redis.call('HGET', KEYS[1], 'token') ~= ARGV[1] then return 0 end
      return redis.call('DEL', KEYS[1])
      """;
}
