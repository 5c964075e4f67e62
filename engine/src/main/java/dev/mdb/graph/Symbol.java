package dev.mdb.graph;

/** The place that a target starts from. */
public sealed interface Symbol {
  /** As it is written. */
  String text();

  /** {@code head}: the one head. */
  record Head() implements Symbol {
    @Override
    public String text() {
      return "head";
    }
  }

  /** {@code heads}: every head. */
  record Heads() implements Symbol {
    @Override
    public String text() {
      return "heads";
    }
  }

  /** {@code base}: before the first revision. */
  record Base() implements Symbol {
    @Override
    public String text() {
      return "base";
    }
  }

  /** {@code current}: the current heads of the database. */
  record Current() implements Symbol {
    @Override
    public String text() {
      return "current";
    }
  }

  /** An id, a label, or the beginning of one. */
  record Name(String text) implements Symbol {}

  /** Nothing written: a walk such as {@code +1} starts from the current head. */
  record Omitted() implements Symbol {
    @Override
    public String text() {
      return "";
    }
  }

  /** The symbol that a word stands for; any word that is not reserved is a name. */
  static Symbol of(String word) {
    return switch (word) {
      case "head" -> new Head();
      case "heads" -> new Heads();
      case "base" -> new Base();
      case "current" -> new Current();
      default -> new Name(word);
    };
  }
}
