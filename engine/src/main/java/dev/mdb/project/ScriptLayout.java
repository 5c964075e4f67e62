package dev.mdb.project;

import dev.mdb.error.MdbException;
import dev.mdb.graph.Revision;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A script in plain form with the places of its parts, for those who change its text. Offsets count
 * the characters of the text.
 *
 * @param text without a byte-order mark
 * @param imports what stands behind each {@code import}
 * @param statements of the {@code revision { }}, in the order written
 * @param rawStrings every {@code """…"""}, quotes included
 */
public record ScriptLayout(
    String text,
    Revision header,
    List<String> imports,
    List<Statement> statements,
    List<Range> rawStrings) {
  /** Code of the problem of a header that is not in plain form. */
  public static final String NOT_PLAIN = "not-plain";

  public ScriptLayout {
    imports = List.copyOf(imports);
    statements = List.copyOf(statements);
    rawStrings = List.copyOf(rawStrings);
  }

  /**
   * @param to behind the last character
   */
  public record Range(int from, int to) {}

  /** A string literal that names a revision; the range includes its quotes. */
  public record Name(String value, Range range) {}

  /**
   * @param keyword {@code down}, {@code upgrade}, …
   * @param range without a semicolon
   * @param names of {@code down}, {@code dependsOn}, {@code branch}, {@code replaces}
   * @param resource of {@code dependsOn(…, on = "…")}
   * @param body of {@code upgrade} and {@code downgrade}, between the braces
   */
  public record Statement(
      String keyword,
      Range range,
      List<Name> names,
      Optional<String> resource,
      Optional<Range> body) {
    public Statement {
      names = List.copyOf(names);
    }
  }

  /**
   * @param text without a byte-order mark; lines may end in CR LF
   * @param file name in messages
   * @throws MdbException when the header is not in plain form, with the place where it ceases to be
   */
  public static ScriptLayout of(String text, String file) {
    return HeaderScanner.layout(text, file);
  }

  /** The hash that an index gives to a script with this text. */
  public static String hash(String text) {
    return SourceText.of(text.getBytes(StandardCharsets.UTF_8)).hash();
  }

  public Stream<Statement> statements(String keyword) {
    return statements.stream().filter(statement -> statement.keyword().equals(keyword));
  }

  public Optional<Statement> statement(String keyword) {
    return statements(keyword).findFirst();
  }

  public String text(Range range) {
    return text.substring(range.from(), range.to());
  }
}
