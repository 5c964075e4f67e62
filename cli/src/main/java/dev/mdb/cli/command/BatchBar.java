package dev.mdb.cli.command;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.OptionalLong;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/**
 * A bar with rate and estimate, as a text: it is drawn by whoever asks for it, and without the
 * library's look at the terminal. Its class, and the library's, are loaded for the first bar.
 */
final class BatchBar implements AutoCloseable {
  private static final int NEVER = Integer.MAX_VALUE;

  private final ProgressBar bar;
  private volatile String text = "";

  /**
   * @param width that the text has at most
   */
  BatchBar(String name, int width) {
    bar =
        new ProgressBarBuilder()
            .setTaskName(name)
            .setInitialMax(-1)
            .setStyle(ProgressBarStyle.ASCII)
            .showSpeed(new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT)))
            .setUpdateIntervalMillis(NEVER)
            .setConsumer(new DelegatingProgressBarConsumer(line -> text = line, width))
            .build();
  }

  String text(long items, OptionalLong total) {
    if (total.isPresent()) bar.maxHint(Math.max(items, total.getAsLong()));
    bar.stepTo(items);
    bar.refresh();
    return text;
  }

  @Override
  public void close() {
    bar.close();
  }
}
