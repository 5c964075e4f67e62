package dev.mdb.project.author;

import dev.mdb.project.ScriptLayout;
import dev.mdb.project.ScriptLayout.Name;
import dev.mdb.project.ScriptLayout.Range;
import dev.mdb.project.ScriptLayout.Statement;
import java.util.List;
import java.util.function.BiFunction;
import java.util.regex.Pattern;

/** Changes the names in a plain header, and leaves every other character as it is. */
final class HeaderEdit {
  /** What may stand behind a statement on its line, so that the next line is free for another. */
  private static final Pattern END_OF_LINE =
      Pattern.compile("[ \\t]*;?[ \\t]*(/\\*((?!\\*/|/\\*).)*\\*/[ \\t]*)?(//[^\\n]*)?\\r?\\n");

  private static final String RAW_QUOTES = "\"\"\"";

  private final ScriptLayout layout;
  private final String text;

  HeaderEdit(ScriptLayout layout) {
    this.layout = layout;
    this.text = layout.text();
  }

  /** The text with other names in {@code down} and {@code dependsOn}; quotes stay as they are. */
  String rename(BiFunction<Statement, Name, String> naming) {
    var result = new StringBuilder(text);
    var statements = layout.statements();
    for (int i = statements.size() - 1; i >= 0; i--) {
      var statement = statements.get(i);
      if (isEdge(statement)) rename(statement, naming, result);
    }
    return result.toString();
  }

  private static boolean isEdge(Statement statement) {
    return statement.keyword().equals("down") || statement.keyword().equals("dependsOn");
  }

  private void rename(
      Statement statement, BiFunction<Statement, Name, String> naming, StringBuilder result) {
    for (int i = statement.names().size() - 1; i >= 0; i--) {
      var name = statement.names().get(i);
      var wanted = naming.apply(statement, name);
      var inside = withoutQuotes(name.range());
      if (!wanted.equals(name.value())) result.replace(inside.from(), inside.to(), wanted);
    }
  }

  /** Ids and labels hold nothing that would have to be escaped between quotes of any kind. */
  private Range withoutQuotes(Range literal) {
    int quotes = layout.text(literal).startsWith(RAW_QUOTES) ? RAW_QUOTES.length() : 1;
    return new Range(literal.from() + quotes, literal.to() - quotes);
  }

  /** The text with a first {@code down(…)}, in the line below the message, or else the id. */
  String addParent(String parent) {
    var call = KotlinText.call("down", List.of(parent));
    var anchor = layout.statement("message").or(() -> layout.statement("id")).orElseThrow().range();
    var indent = text.substring(startOfLine(anchor.from()), anchor.from());
    var rest = END_OF_LINE.matcher(text).region(anchor.to(), text.length());
    if (!indent.isBlank() || !rest.lookingAt()) return replaced(behind(anchor), "; " + call);
    var lineEnd = rest.group().endsWith("\r\n") ? "\r\n" : "\n";
    return replaced(new Range(rest.end(), rest.end()), indent + call + lineEnd);
  }

  private static Range behind(Range range) {
    return new Range(range.to(), range.to());
  }

  /** The text without one of the parents; a {@code down} without any goes away with its line. */
  String removeParent(Name parent) {
    var statement =
        layout.statements("down").filter(each -> each.names().contains(parent)).findFirst();
    var names = statement.orElseThrow().names();
    if (names.size() == 1) return removeStatement(statement.get().range());
    int at = names.indexOf(parent);
    return at + 1 < names.size()
        ? replaced(new Range(parent.range().from(), names.get(at + 1).range().from()), "")
        : replaced(new Range(names.get(at - 1).range().to(), parent.range().to()), "");
  }

  private String removeStatement(Range range) {
    int lineStart = startOfLine(range.from());
    boolean first = text.substring(lineStart, range.from()).isBlank();
    int end = behindBlanks(range.to());
    boolean semicolon = charAt(end) == ';';
    if (semicolon) end = behindBlanks(end + 1);
    int lineEnd = text.startsWith("\r\n", end) ? end + 2 : charAt(end) == '\n' ? end + 1 : -1;
    if (first && lineEnd > 0) return replaced(new Range(lineStart, lineEnd), "");
    if (semicolon) return replaced(new Range(range.from(), end), "");
    return replaced(new Range(behindStatementBefore(range.from()), range.to()), "");
  }

  /** A semicolon that only led over to what is removed goes with it. */
  private int behindStatementBefore(int from) {
    int at = from;
    while (at > 0 && isBlank(text.charAt(at - 1))) at--;
    return at > 0 && text.charAt(at - 1) == ';' ? at - 1 : from;
  }

  private int startOfLine(int offset) {
    return text.lastIndexOf('\n', offset - 1) + 1;
  }

  private int behindBlanks(int from) {
    int at = from;
    while (isBlank(charAt(at))) at++;
    return at;
  }

  private char charAt(int index) {
    return index < text.length() ? text.charAt(index) : '\0';
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }

  private String replaced(Range range, String with) {
    return text.substring(0, range.from()) + with + text.substring(range.to());
  }
}
