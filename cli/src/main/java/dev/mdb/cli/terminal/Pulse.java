package dev.mdb.cli.terminal;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Shows that something goes on, and for how long: on a terminal in a line that is drawn anew, else
 * by a line now and then. Used by several threads; {@link #tick} by one that does nothing else.
 */
public final class Pulse implements AutoCloseable {
  private static final long SECOND = 1_000_000_000;
  private static final long FIRST_LINE = 10 * SECOND;
  private static final long NEXT_LINE = 30 * SECOND;
  private static final long DRAWN_EVERY_MILLIS = 200;
  private static final long TOLD_EVERY_MILLIS = 1_000;

  private final Talk talk;
  private final LongSupplier nanoTime;
  private final long firstDrawing;
  private Work work;
  private long began;
  private long nextLine;
  private Ticker ticker;

  /** Something that goes on. */
  @FunctionalInterface
  public interface Work {
    /**
     * A line about it as it is now.
     *
     * @param elapsed since this work was begun
     */
    String text(Duration elapsed);
  }

  /** Shows nothing of what ends within the first second. */
  public static Pulse calm(Talk talk, LongSupplier nanoTime) {
    return new Pulse(talk, nanoTime, SECOND);
  }

  /** On a terminal, shows at once that something has begun. */
  public static Pulse prompt(Talk talk, LongSupplier nanoTime) {
    return new Pulse(talk, nanoTime, 0);
  }

  private Pulse(Talk talk, LongSupplier nanoTime, long firstDrawing) {
    this.talk = talk;
    this.nanoTime = nanoTime;
    this.firstDrawing = firstDrawing;
  }

  /** Lets it beat by itself until it is closed. */
  public Pulse started() {
    ticker = Ticker.start(this::tick, talk.draws() ? DRAWN_EVERY_MILLIS : TOLD_EVERY_MILLIS);
    return this;
  }

  /** This goes on from now. */
  public synchronized void begin(Work begun) {
    now(begun, nanoTime.getAsLong());
    told(FIRST_LINE);
    if (firstDrawing == 0) tick();
  }

  /**
   * A part of what goes on. Lines are as far apart as without it.
   *
   * @param since when it was begun, by the clock of this
   */
  public synchronized void now(Work part, long since) {
    work = part;
    began = since;
  }

  /** Somebody has just said something about it. */
  public synchronized void told() {
    told(NEXT_LINE);
  }

  private void told(long pause) {
    nextLine = nanoTime.getAsLong() + pause;
  }

  public synchronized void end() {
    work = null;
    talk.erase();
  }

  /** Looks whether it is time to show something. */
  public synchronized void tick() {
    if (work == null) return;
    long time = nanoTime.getAsLong();
    if (talk.draws()) {
      if (time - began >= firstDrawing) talk.draw(text(time));
    } else if (time >= nextLine) {
      talk.say(text(time));
      told();
    }
  }

  private String text(long time) {
    return work.text(Duration.ofNanos(time - began));
  }

  @Override
  public void close() {
    if (ticker != null) ticker.close();
    end();
  }
}
