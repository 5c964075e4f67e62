package dev.mdb.project.author;

import dev.mdb.graph.Names;
import dev.mdb.graph.Symbol;
import dev.mdb.graph.Target;
import dev.mdb.graph.TargetRange;
import dev.mdb.project.ProjectResource;
import dev.mdb.project.ScriptEntry;
import java.util.List;
import java.util.Optional;

/**
 * A squash whose new script is there already: the command broke off, or is given a second time.
 *
 * @param leftOver the replaced scripts that are still among the others, in load order
 */
record BegunSquash(ScriptEntry squashed, List<ScriptEntry> leftOver) {
  /** By the ids at both ends of the range. */
  static Optional<BegunSquash> find(ProjectResource resource, TargetRange range) {
    var entries = resource.scripts().entries();
    return entries.stream()
        .filter(entry -> !entry.header().replaces().isEmpty())
        .filter(entry -> isEnd(range.to(), last(entry.header().replaces()), false))
        .filter(entry -> isEnd(range.from(), entry.header().replaces().get(0), true))
        .findFirst()
        .map(squashed -> new BegunSquash(squashed, leftOver(squashed, entries)));
  }

  private static List<ScriptEntry> leftOver(ScriptEntry squashed, List<ScriptEntry> entries) {
    var replaced = squashed.header().replaces();
    return entries.stream().filter(entry -> replaced.contains(entry.id())).toList();
  }

  private static String last(List<String> ids) {
    return ids.get(ids.size() - 1);
  }

  private static boolean isEnd(Optional<Target> end, String id, boolean whenAbsent) {
    return end.map(target -> means(target, id)).orElse(whenAbsent);
  }

  private static boolean means(Target target, String id) {
    if (target.branch().isPresent() || target.walk().isPresent()) return false;
    if (!(target.symbol() instanceof Symbol.Name name)) return false;
    var text = name.text();
    return text.equals(id) || text.length() >= Names.MIN_PREFIX && id.startsWith(text);
  }
}
