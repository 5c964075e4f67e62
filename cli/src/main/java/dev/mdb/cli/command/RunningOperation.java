package dev.mdb.cli.command;

import dev.mdb.cli.report.TimeText;
import dev.mdb.cli.terminal.Pulse;
import dev.mdb.cli.terminal.Talk;
import dev.mdb.operation.BatchedOperation;
import dev.mdb.operation.Operation;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;

/** The operation that runs now, as a line. */
final class RunningOperation implements Pulse.Work {
  private static final double NANOS_PER_SECOND = 1e9;
  private static final int ROOM_FOR_BAR = 60;

  private final Talk talk;
  private final String prefix;
  private final String name;
  private final Supplier<Optional<String>> blocker;
  private final boolean batched;
  private long items;
  private OptionalLong total = OptionalLong.empty();
  private BatchBar bar;

  /**
   * @param prefix of its line: where and in which revision
   */
  RunningOperation(
      Talk talk, String prefix, Operation operation, Supplier<Optional<String>> blocker) {
    this.talk = talk;
    this.prefix = prefix;
    this.name = operation.describe();
    this.blocker = blocker;
    this.batched = operation instanceof BatchedOperation;
  }

  synchronized void batch(long itemsSoFar, OptionalLong inTheEnd) {
    items = itemsSoFar;
    total = inTheEnd;
  }

  /** The operation with its age, for a sentence. */
  String inWords(Duration elapsed) {
    return name + ", " + TimeText.inSeconds(elapsed);
  }

  @Override
  public synchronized String text(Duration elapsed) {
    if (batched && items > 0) return talk.draws() ? bar() : rows(elapsed);
    var end = ", " + TimeText.inSeconds(elapsed) + blocked();
    return prefix + (talk.draws() ? shortName(prefix.length() + end.length()) : name) + end;
  }

  /** How long it takes is never cut off. */
  private String shortName(int others) {
    return Talk.cut(name, Math.max(1, talk.width() - others));
  }

  private String blocked() {
    return blocker.get().map(who -> ", waits for " + who).orElse("");
  }

  private String bar() {
    var label = Talk.cut(prefix + name, Math.max(1, talk.width() - ROOM_FOR_BAR));
    if (bar == null) bar = new BatchBar(label, talk.width());
    return bar.text(items, total) + blocked();
  }

  private String rows(Duration elapsed) {
    long rate = Math.round(items * NANOS_PER_SECOND / Math.max(1, elapsed.toNanos()));
    return String.format(
        Locale.ROOT,
        "%s%s: %,d rows so far, %,d a second%s%s",
        prefix,
        name,
        items,
        rate,
        left(rate),
        blocked());
  }

  private String left(long rate) {
    if (total.isEmpty() || rate == 0) return "";
    long rows = Math.max(0, total.getAsLong() - items);
    var time = TimeText.inSeconds(Duration.ofSeconds(rows / rate));
    return String.format(Locale.ROOT, ", about %s for the other %,d", time, rows);
  }

  synchronized void end() {
    if (bar != null) bar.close();
  }
}
