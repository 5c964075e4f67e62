package dev.mdb.migrate;

import dev.mdb.resource.Access;
import dev.mdb.resource.Session;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** One session for each resource of a rehearsal, on a throw-away copy where there can be one. */
final class RehearsalSessions implements AutoCloseable {
  private final Map<String, Rehearsed> byResource = new HashMap<>();
  private final Deque<Session> opened = new ArrayDeque<>();

  /**
   * @param isCopy else it is for reading only
   */
  record Rehearsed(Session session, boolean isCopy) {}

  Rehearsed of(MigrationTask task) {
    return byResource.computeIfAbsent(task.name(), name -> open(task));
  }

  private Rehearsed open(MigrationTask task) {
    var real = task.resource().connect(Access.READ);
    opened.push(real);
    var copy = real.emptyCopy();
    copy.ifPresent(opened::push);
    return new Rehearsed(copy.orElse(real), copy.isPresent());
  }

  @Override
  public void close() {
    opened.forEach(Session::close);
  }
}
