package dev.mdb.project.author;

import dev.mdb.graph.Downgrade;
import dev.mdb.graph.Revision;
import java.util.List;
import java.util.stream.Collectors;

/** The way back over a whole run: there is one when each of its revisions has one. */
final class SquashedDowngrade {
  private SquashedDowngrade() {}

  /** A reason that somebody gave counts more than a block that nobody wrote. */
  static Downgrade of(List<Revision> oldestFirst) {
    var reasons =
        oldestFirst.stream()
            .filter(each -> each.downgrade() instanceof Downgrade.Irreversible)
            .map(each -> each.id() + ": " + ((Downgrade.Irreversible) each.downgrade()).why())
            .collect(Collectors.joining("; "));
    if (!reasons.isEmpty()) return new Downgrade.Irreversible(reasons);
    return oldestFirst.stream().allMatch(each -> each.downgrade() instanceof Downgrade.Present)
        ? new Downgrade.Present()
        : new Downgrade.Missing();
  }
}
