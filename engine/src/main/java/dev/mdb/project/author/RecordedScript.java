package dev.mdb.project.author;

import dev.mdb.error.MdbException;
import dev.mdb.graph.RevisionGraph;
import dev.mdb.project.ScriptEntry;
import dev.mdb.project.ScriptLayout;
import dev.mdb.project.ScriptLayout.Name;
import dev.mdb.project.ScriptLayout.Statement;
import dev.mdb.resource.AppliedRevision;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Compares a script with what a resource recorded when it ran. */
public final class RecordedScript {
  private RecordedScript() {}

  /**
   * Is it the script that ran? A squash may have pointed it to the new revision since then: with
   * the recorded names in it, it must be the same text.
   */
  public static boolean isUnchanged(ScriptEntry script, AppliedRevision row, RevisionGraph graph) {
    if (script.hash().equals(row.scriptHash())) return true;
    try {
      var exact = ExactScript.read(script);
      return recordedNames(exact, row, graph)
          .map(
              names ->
                  exact.edit().rename((statement, name) -> names.getOrDefault(name, name.value())))
          .filter(text -> ScriptLayout.hash(text).equals(row.scriptHash()))
          .isPresent();
    } catch (MdbException notPlain) {
      return false;
    }
  }

  /** Empty when more than a replaced name is different. */
  private static Optional<Map<Name, String>> recordedNames(
      ExactScript script, AppliedRevision row, RevisionGraph graph) {
    var recorded = new IdentityHashMap<Name, String>();
    boolean same =
        pair(script, "down", row.parents(), graph, recorded)
            && pair(script, "dependsOn", row.dependencies(), graph, recorded);
    return same ? Optional.of(recorded) : Optional.empty();
  }

  private static boolean pair(
      ExactScript script,
      String keyword,
      List<String> before,
      RevisionGraph graph,
      Map<Name, String> recorded) {
    int at = 0;
    for (var statement : script.layout().statements(keyword).toList()) {
      for (var name : statement.names()) {
        if (at == before.size()) return false;
        var old = before.get(at++);
        if (!old.equals(name.value()) && !stoodFor(statement, name, old, graph)) return false;
        recorded.put(name, old);
      }
    }
    return at == before.size();
  }

  /** The graph knows what was replaced in its own resource only. */
  private static boolean stoodFor(Statement statement, Name name, String old, RevisionGraph graph) {
    if (statement.resource().isPresent()) return true;
    return graph
        .find(old)
        .filter(revision -> revision.id().equals(name.value()) && revision.replaces().contains(old))
        .isPresent();
  }
}
