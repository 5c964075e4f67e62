package dev.mdb.cli.command;

import dev.mdb.cli.Host;
import dev.mdb.cli.Request;
import dev.mdb.cli.terminal.Pulse;
import dev.mdb.cli.terminal.Talk;
import dev.mdb.migrate.Cancellation;

/** A run with somebody before it, who sees what goes on and may press Ctrl-C. */
final class AttendedRun implements AutoCloseable {
  private final Talk talk;
  private final Pulse pulse;
  private final Progress progress;
  private final Cancellation cancellation = new Cancellation();
  private final Host.Listening listening;

  /**
   * @param named are there several resources?
   */
  AttendedRun(Request request, boolean named) {
    talk = request.talk();
    pulse = Pulse.calm(talk, System::nanoTime).started();
    progress = new Progress(talk, pulse, request.options().verbose(), named, System::nanoTime);
    listening = request.host().signals().listen(this::stop, this::end);
  }

  Progress progress() {
    return progress;
  }

  Cancellation cancellation() {
    return cancellation;
  }

  private void stop() {
    cancellation.request();
    talk.breakLine();
    var running = progress.running().map(each -> " after the running operation (" + each + ")");
    talk.say(
        "stopping"
            + running.orElse("")
            + "; Ctrl-C again ends mdb at once, the next run finds out what was done");
  }

  private void end() {
    talk.breakLine();
  }

  @Override
  public void close() {
    listening.close();
    pulse.close();
  }
}
