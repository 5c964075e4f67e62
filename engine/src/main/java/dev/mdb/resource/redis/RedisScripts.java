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

  /**
   * For a script: touches the watched keys when the applied set is another, when somebody holds the
   * lock, when a run is open, or when the step before in the script was not the last that was done:
   * then the transaction that follows is not executed. What it touches is as before.
   *
   * <p>{@code KEYS}: the list of revisions, the lock, the open entries, the log. {@code ARGV}: the
   * name of the run, the ordinal of the step, the ids that should be applied.
   */
  static final String GUARD =
      """
      local there, count = {}, 0
      for _, id in ipairs(redis.call('LRANGE', KEYS[1], 0, -1)) do
        there[id] = true
        count = count + 1
      end
      local why = count ~= #ARGV - 2
      for i = 3, #ARGV do why = why or not there[ARGV[i]] end
      if tonumber(ARGV[2]) > 1 then
        local last = redis.call('XREVRANGE', KEYS[4], '+', '-', 'COUNT', 1)[1]
        local name = last and last[2][2] or ''
        local step = ':' .. (ARGV[2] - 1) .. ':'
        why = why or name:sub(1, #ARGV[1] + 1) ~= ARGV[1] .. '-' or not name:find(step, 1, true)
      end
      why = why and 'the database is not at its assumed start'
      if redis.call('EXISTS', KEYS[2]) == 1 then why = 'another run holds the lock' end
      if redis.call('EXISTS', KEYS[3]) == 1 then why = 'a run broke off half-way: see mdb status' end
      if not why then return 'the database is at its assumed start' end
      redis.call('RPUSH', KEYS[1], '')
      redis.call('RPOP', KEYS[1])
      return redis.error_reply(why .. ', nothing is done')
      """;

  /**
   * For a script: writes a log entry with the server's own clock. The number of the run comes from
   * the length of the log, so that it is another when the same script runs again later. The
   * calendar is Howard Hinnant's {@code civil_from_days}.
   *
   * <p>{@code KEYS}: the log, the prefix of its entries. {@code ARGV}: the key of the applied
   * revision or nothing, the name of the run, ordinal, revision, then names and values of the
   * entry's fields.
   */
  static final String RECORD =
      """
      local time = redis.call('TIME')
      local seconds = tonumber(time[1])
      local day = math.floor(seconds / 86400) + 719468
      local era = math.floor(day / 146097)
      local doe = day - era * 146097
      local yoe = doe - math.floor(doe / 1460) + math.floor(doe / 36524) - math.floor(doe / 146096)
      yoe = math.floor(yoe / 365)
      local doy = doe - (365 * yoe + math.floor(yoe / 4) - math.floor(yoe / 100))
      local mp = math.floor((5 * doy + 2) / 153)
      local month = mp < 10 and mp + 3 or mp - 9
      local year = yoe + era * 400 + (month <= 2 and 1 or 0)
      local rest = seconds % 86400
      local now = string.format('%04d-%02d-%02dT%02d:%02d:%02d.%06dZ', year, month,
        doy - math.floor((153 * mp + 2) / 5) + 1, math.floor(rest / 3600),
        math.floor(rest % 3600 / 60), rest % 60, tonumber(time[2]))
      if ARGV[1] ~= '' then redis.call('HSET', ARGV[1], 'applied_at', now) end
      local run = ARGV[2] .. '-' .. (redis.call('XLEN', KEYS[1]) - tonumber(ARGV[3]) + 1)
      local name = run .. ':' .. ARGV[3] .. ':' .. ARGV[4]
      redis.call('HSET', KEYS[2] .. name, unpack(ARGV, 5))
      redis.call('HSET', KEYS[2] .. name, 'run_id', run, 'at', now)
      redis.call('XADD', KEYS[1], '*', 'entry', name, 'revision', ARGV[4])
      return now
      """;
}
