package dev.mdb.migrate;

import dev.mdb.error.Category;
import dev.mdb.error.MdbException;
import dev.mdb.error.Problem;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * What holds for a whole run.
 *
 * @param arguments {@code -x} of the command line, for the blocks
 * @param lockWait how long to wait for another run to end
 * @param tag {@code --tag} of the command line, for the blocks and the log: a line of 1 to 60
 *     letters
 * @param cancellation stops the run before its end
 */
public record RunSettings(
    Map<String, String> arguments,
    Duration lockWait,
    Optional<String> tag,
    Cancellation cancellation) {
  private static final int LONGEST_TAG = 60;

  /**
   * @throws MdbException of category USAGE for a tag that is no such line
   */
  public RunSettings {
    arguments = Map.copyOf(arguments);
    if (tag.filter(text -> !isTag(text)).isPresent()) {
      var message = "a tag is a line of 1 to " + LONGEST_TAG + " letters";
      throw new MdbException(Problem.of(Category.USAGE, "bad-arguments", message));
    }
  }

  private static boolean isTag(String text) {
    return text.length() <= LONGEST_TAG && text.matches("\\P{Cntrl}+");
  }

  /** A run that nobody stops. */
  public RunSettings(Map<String, String> arguments, Duration lockWait, Optional<String> tag) {
    this(arguments, lockWait, tag, new Cancellation());
  }

  /** Without a tag. */
  public RunSettings(Map<String, String> arguments, Duration lockWait) {
    this(arguments, lockWait, Optional.empty());
  }
}
