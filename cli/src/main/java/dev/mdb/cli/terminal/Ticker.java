package dev.mdb.cli.terminal;

/** Calls a task again and again, in a thread that keeps no process alive, until it is closed. */
public final class Ticker implements AutoCloseable {
  private final Runnable task;
  private final long periodMillis;
  private boolean closed;

  private Ticker(Runnable task, long periodMillis) {
    this.task = task;
    this.periodMillis = periodMillis;
  }

  public static Ticker start(Runnable task, long periodMillis) {
    var ticker = new Ticker(task, periodMillis);
    var thread = new Thread(ticker::run, "ticker");
    thread.setDaemon(true);
    thread.start();
    return ticker;
  }

  private synchronized void run() {
    try {
      while (!closed) {
        wait(periodMillis);
        if (!closed) task.run();
      }
    } catch (InterruptedException | RuntimeException | LinkageError end) {
      // To be shown what goes on is a help, not a need: the work goes on unseen.
      closed = true;
    }
  }

  /** When this returns, the task does not run, and will not. */
  @Override
  public synchronized void close() {
    closed = true;
    notifyAll();
  }
}
