package dev.mdb.project.author;

import java.util.List;
import java.util.stream.Collectors;

/** Values as Kotlin writes them. */
public final class KotlinText {
  private KotlinText() {}

  /** {@code "it costs \$1"}: an expression that gives the text. */
  public static String literal(String value) {
    var text = new StringBuilder("\"");
    value.chars().forEach(c -> text.append(escaped((char) c)));
    return text.append('"').toString();
  }

  private static String escaped(char c) {
    return switch (c) {
      case '"', '\\', '$' -> "\\" + c;
      case '\n' -> "\\n";
      case '\t' -> "\\t";
      case '\r' -> "\\r";
      default -> c < ' ' ? "\\u%04x".formatted((int) c) : String.valueOf(c);
    };
  }

  /** {@code name("a", "b")}; nothing without arguments. */
  static String call(String name, List<String> arguments) {
    if (arguments.isEmpty()) return "";
    var list = arguments.stream().map(KotlinText::literal).collect(Collectors.joining(", "));
    return name + "(" + list + ")";
  }
}
