package dev.mdb.schema.diff;

/**
 * One thing in which models and database differ, seen from the models: what they have and the
 * database has not is added.
 *
 * @param kind for programs: {@code added}, {@code removed}, {@code changed} or {@code renamed},
 *     then what it is, in snake case: {@code added_column}
 * @param name of the thing, in the models' words: {@code item.note}
 * @param text for people: {@code added column item.note}
 */
public record Difference(String kind, String name, String text) {
  private static Difference of(String verb, String what, String name, String rest) {
    var kind = verb + "_" + what.replace(' ', '_');
    return new Difference(kind, name, verb + " " + what + " " + name + rest);
  }

  static Difference added(String what, String name) {
    return of("added", what, name, "");
  }

  static Difference removed(String what, String name) {
    return of("removed", what, name, "");
  }

  /**
   * @param how {@code type integer -> bigint}
   */
  static Difference changed(String what, String name, String how) {
    return of("changed", what, name, how.isEmpty() ? "" : ": " + how);
  }

  static Difference renamed(String what, String from, String to) {
    var text = "renamed " + what + " " + from + " to " + to;
    return new Difference("renamed_" + what.replace(' ', '_'), to, text);
  }
}
