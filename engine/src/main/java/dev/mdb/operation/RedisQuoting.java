package dev.mdb.operation;

/** The quoting of {@code redis-cli}: C escapes inside double quotes. */
final class RedisQuoting {
  private RedisQuoting() {}

  static String quote(String text) {
    if (isPlain(text)) return text;
    var quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) quoted.append(escape(text.charAt(i)));
    return quoted.append('"').toString();
  }

  /** For bytes that are no text. */
  static String quote(byte[] bytes) {
    var quoted = new StringBuilder("\"");
    for (byte each : bytes) {
      quoted.append(each < 0 ? hex(each & 0xff) : escape((char) each));
    }
    return quoted.append('"').toString();
  }

  private static boolean isPlain(String text) {
    return !text.isEmpty()
        && text.chars()
            .noneMatch(
                c ->
                    Character.isWhitespace(c)
                        || Character.isISOControl(c)
                        || c == '"'
                        || c == '\''
                        || c == '\\');
  }

  private static String escape(char character) {
    return switch (character) {
      case '"' -> "\\\"";
      case '\\' -> "\\\\";
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      case '\t' -> "\\t";
      default -> character < ' ' || character == 0x7f ? hex(character) : String.valueOf(character);
    };
  }

  private static String hex(int value) {
    return "\\x%02x".formatted(value);
  }
}
