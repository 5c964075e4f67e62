package dev.mdb.cli.command;

import dev.mdb.graph.Symbol;
import dev.mdb.graph.Target;
import dev.mdb.graph.TargetRange;
import java.util.stream.Stream;

/** Does a target mean something only together with a database? */
final class AppliedQuestion {
  private AppliedQuestion() {}

  /** {@code current}, {@code +1}, {@code -1}. */
  static boolean isAskedBy(Target target) {
    return target.symbol() instanceof Symbol.Current || target.symbol() instanceof Symbol.Omitted;
  }

  static boolean isAskedBy(TargetRange range) {
    return Stream.concat(range.from().stream(), range.to().stream())
        .anyMatch(AppliedQuestion::isAskedBy);
  }
}
