package dev.mdb.resource.jdbc;

import dev.mdb.resource.LogEntry;
import dev.mdb.resource.LogOutcome;
import dev.mdb.resource.RunScript.StateChange;
import dev.mdb.resource.RunScript.Unit;
import dev.mdb.resource.ScriptPart;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The steps of a script, each written as a run would do it: in one transaction where the engine
 * takes everything back; elsewhere statement by statement with its note in the log, so that a
 * script that broke off is found by the next run, and can be resumed.
 */
final class ScriptUnits {
  private final ScriptState state;
  private final ScriptSyntax syntax;
  private final boolean rollsBack;

  ScriptUnits(ScriptState state, ScriptSyntax syntax, boolean rollsBack) {
    this.state = state;
    this.syntax = syntax;
    this.rollsBack = rollsBack;
  }

  String text(Unit unit) {
    var lines = new ArrayList<String>();
    lines.add(ClientText.comment(unit.comments()));
    boolean together = unit.transactional() && rollsBack || unit.parts().isEmpty();
    lines.addAll(together ? together(unit) : journalled(unit, unit.changes().get(0)));
    return String.join("\n", lines);
  }

  private List<String> together(Unit unit) {
    var lines = new ArrayList<String>();
    unit.parts().forEach(part -> lines.addAll(part.lines()));
    for (var change : unit.changes()) {
      lines.add(applied(change));
      lines.add(state.append(change.entry()));
    }
    return inTransaction(lines, unit.parts().stream().anyMatch(ScriptPart::unenforced));
  }

  private List<String> journalled(Unit unit, StateChange change) {
    var entry = change.entry();
    var lines = new ArrayList<String>();
    lines.add(state.append(running(entry)));
    boolean more = false;
    for (var part : unit.parts()) {
      lines.addAll(withNote(part, state.note(running(entry), more, part.hash())));
      more = true;
    }
    lines.addAll(inTransaction(List.of(applied(change), state.finish(entry)), false));
    return lines;
  }

  private List<String> withNote(ScriptPart part, String note) {
    var lines = new ArrayList<>(part.lines());
    lines.add(note);
    return part.joinsTransaction() ? inTransaction(lines, part.unenforced()) : lines;
  }

  private static LogEntry running(LogEntry entry) {
    return entry.with(LogOutcome.RUNNING, List.of(), Optional.empty(), Duration.ZERO);
  }

  private String applied(StateChange change) {
    return change.added().map(state::add).orElseGet(() -> state.remove(change.entry().revision()));
  }

  private List<String> inTransaction(List<String> statements, boolean unenforced) {
    var lines = new ArrayList<>(unenforced ? syntax.beginUnenforced() : List.of(syntax.begin()));
    lines.addAll(statements);
    lines.addAll(unenforced ? syntax.commitUnenforced() : List.of("COMMIT;"));
    return lines;
  }
}
