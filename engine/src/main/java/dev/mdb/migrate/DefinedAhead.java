package dev.mdb.migrate;

import dev.mdb.project.RevisionDefinition;
import dev.mdb.project.RevisionScripts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Defines the scripts of a run in a thread of its own, in the order in which they will run: the
 * classes of one are loaded while those before it wait for their database. A script that is wanted
 * earlier is defined by whoever wants it; a fault comes when its turn has come.
 */
final class DefinedAhead implements AutoCloseable {
  private final Map<String, FutureTask<RevisionDefinition>> byId = new HashMap<>();
  private volatile boolean closed;

  /**
   * @param ids each once
   */
  DefinedAhead(RevisionScripts scripts, List<String> ids) {
    var inOrder = new ArrayList<FutureTask<RevisionDefinition>>();
    for (var id : ids) {
      var task = new FutureTask<>(() -> scripts.define(id));
      byId.put(id, task);
      inOrder.add(task);
    }
    var thread = new Thread(() -> defineAll(inOrder), "definitions");
    thread.setDaemon(true);
    if (ids.size() > 1) thread.start();
  }

  private void defineAll(List<FutureTask<RevisionDefinition>> tasks) {
    for (var task : tasks) {
      if (closed) return;
      task.run();
    }
  }

  /**
   * To be asked once for each.
   *
   * @throws dev.mdb.error.MdbException when the script is broken
   */
  RevisionDefinition define(String id) {
    var task = byId.remove(id);
    task.run();
    return result(task);
  }

  private static RevisionDefinition result(FutureTask<RevisionDefinition> task) {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return task.get();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) throw failure;
      if (e.getCause() instanceof Error failure) throw failure;
      throw new IllegalStateException(e.getCause());
    } finally {
      if (interrupted) Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    closed = true;
  }
}
