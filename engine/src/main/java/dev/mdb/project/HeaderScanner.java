package dev.mdb.project;

import dev.mdb.error.Category;
import dev.mdb.error.Location;
import dev.mdb.error.MdbException;
import dev.mdb.error.Problem;
import dev.mdb.graph.Dependency;
import dev.mdb.graph.Downgrade;
import dev.mdb.graph.Revision;
import dev.mdb.project.ScriptLayout.Name;
import dev.mdb.project.ScriptLayout.Range;
import dev.mdb.project.ScriptLayout.Statement;
import dev.mdb.project.ScriptLexer.Kind;
import dev.mdb.project.ScriptLexer.Unreadable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads a script's header without the compiler when it is in plain form: imports, then one {@code
 * revision { }} at the top level whose values are string literals. Blocks are skipped as balanced
 * text. Anything else is left to the compiler; a header given here is the one that evaluating the
 * script would give, so nothing is ever guessed.
 */
final class HeaderScanner {
  private final ScriptLexer lexer;
  private final String text;
  private String id;
  private String message;
  private final List<String> parents = new ArrayList<>();
  private final List<Dependency> dependencies = new ArrayList<>();
  private final List<String> labels = new ArrayList<>();
  private final List<String> replaces = new ArrayList<>();
  private Downgrade downgrade;
  private boolean hasUpgrade;
  private boolean hasTransaction;
  private final List<String> imports = new ArrayList<>();
  private final List<Statement> statements = new ArrayList<>();
  private List<Name> names = List.of();
  private Optional<String> resource = Optional.empty();
  private Optional<Range> body = Optional.empty();

  private HeaderScanner(String text) {
    this.text = text;
    this.lexer = new ScriptLexer(text);
  }

  /**
   * @param text without a byte-order mark, lines end in LF
   * @param file name for the header's source
   * @return empty = ask the compiler
   */
  static Optional<Revision> scan(String text, String file) {
    try {
      return Optional.of(new HeaderScanner(text).script(file));
    } catch (Unreadable notPlain) {
      return Optional.empty();
    }
  }

  /**
   * The same with the places of its parts.
   *
   * @param text without a byte-order mark; lines may end in CR LF
   * @throws MdbException when the header is not in plain form, with the place where it ceases to be
   */
  static ScriptLayout layout(String text, String file) {
    var scanner = new HeaderScanner(text);
    try {
      var header = scanner.script(file);
      return new ScriptLayout(
          text, header, scanner.imports, scanner.statements, scanner.lexer.rawStrings());
    } catch (Unreadable notPlain) {
      throw notPlain(SourceText.place(text, file, scanner.lexer.start()));
    }
  }

  private static MdbException notPlain(Location at) {
    return new MdbException(
        Problem.of(
                Category.GRAPH,
                ScriptLayout.NOT_PLAIN,
                "the header of the script is not in plain form")
            .at(at)
            .help(
                "imports, then one revision { } whose values are string literals: write it so, or"
                    + " make this change by hand"));
  }

  private Revision script(String file) {
    lexer.next();
    while (lexer.isWord("import")) importLine();
    require(lexer.isWord("revision"));
    int keyword = lexer.start();
    lexer.next();
    require(lexer.isSign('{') && !lexer.afterLineBreak());
    lexer.next();
    while (!lexer.isSign('}')) statement();
    lexer.next();
    if (lexer.isSign(';')) lexer.next();
    require(lexer.kind() == Kind.END && id != null);
    return revision(SourceText.place(text, file, keyword));
  }

  private Revision revision(Location source) {
    var way = downgrade == null ? new Downgrade.Missing() : downgrade;
    return new Revision(
        id, parents, dependencies, labels, message == null ? "" : message, replaces, way, source);
  }

  private void importLine() {
    String name = lexer.restOfLine();
    require(!name.isBlank());
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      require(Character.isLetterOrDigit(c) || " \t\r._*`".indexOf(c) >= 0);
    }
    imports.add(name.strip());
    lexer.next();
  }

  private void statement() {
    require(lexer.kind() == Kind.WORD);
    String name = lexer.text();
    int start = lexer.start();
    names = new ArrayList<>();
    resource = Optional.empty();
    body = Optional.empty();
    lexer.next();
    require(!lexer.afterLineBreak());
    switch (name) {
      case "id" -> id = onlyOnce(id);
      case "message" -> message = onlyOnce(message);
      case "down" -> strings(parents);
      case "branch" -> strings(labels);
      case "replaces" -> strings(replaces);
      case "dependsOn" -> dependency();
      case "transaction" -> transaction();
      case "upgrade" -> upgrade();
      case "downgrade" -> downgrade();
      case "reversible" -> reversible();
      case "irreversible" -> irreversible();
      default -> throw new Unreadable();
    }
    var range = new Range(start, lexer.previousEnd());
    statements.add(new Statement(name, range, names, resource, body));
    endOfStatement();
  }

  /**
   * A line break, a semicolon or the closing brace; whatever continues an expression on the next
   * line is no word.
   */
  private void endOfStatement() {
    if (lexer.isSign(';')) {
      lexer.next();
    } else {
      require(lexer.isSign('}') || lexer.afterLineBreak());
    }
  }

  private String onlyOnce(String before) {
    require(before == null);
    sign('=');
    return string();
  }

  private void strings(List<String> values) {
    sign('(');
    while (!lexer.isSign(')')) {
      values.add(name());
      comma();
    }
    lexer.next();
  }

  private void dependency() {
    Optional<Boolean> optional = Optional.empty();
    sign('(');
    while (!lexer.isSign(')')) {
      if (lexer.isWord("optional") && optional.isEmpty()) {
        lexer.next();
        sign('=');
        optional = Optional.of(truth());
      } else if (lexer.isWord("on") && resource.isEmpty()) {
        lexer.next();
        sign('=');
        resource = Optional.of(string());
      } else {
        require(optional.isEmpty() && resource.isEmpty());
        name();
      }
      comma();
    }
    lexer.next();
    for (Name name : names) {
      dependencies.add(new Dependency(name.value(), optional.orElse(false), resource));
    }
  }

  private boolean truth() {
    boolean value = lexer.isWord("true");
    require(value || lexer.isWord("false"));
    lexer.next();
    return value;
  }

  private void transaction() {
    require(!hasTransaction);
    hasTransaction = true;
    sign('=');
    require(lexer.isWord("Transaction"));
    lexer.next();
    sign('.');
    require(lexer.isWord("NONE") || lexer.isWord("PER_REVISION"));
    lexer.next();
  }

  private void upgrade() {
    require(!hasUpgrade);
    hasUpgrade = true;
    block();
  }

  private void downgrade() {
    require(downgrade == null);
    downgrade = new Downgrade.Present();
    block();
  }

  /** Both directions in one block. */
  private void reversible() {
    require(!hasUpgrade && downgrade == null);
    hasUpgrade = true;
    downgrade = new Downgrade.Present();
    block();
  }

  private void irreversible() {
    require(downgrade == null);
    sign('(');
    downgrade = new Downgrade.Irreversible(string());
    comma();
    sign(')');
  }

  private void block() {
    require(lexer.isSign('{'));
    int from = lexer.end();
    lexer.skipBlock();
    body = Optional.of(new Range(from, lexer.end() - 1));
    lexer.next();
  }

  private String name() {
    var range = new Range(lexer.start(), lexer.end());
    names.add(new Name(string(), range));
    return names.get(names.size() - 1).value();
  }

  private String string() {
    require(lexer.kind() == Kind.STRING);
    String value = lexer.text();
    lexer.next();
    return value;
  }

  /** Between two arguments; one behind the last is allowed. */
  private void comma() {
    if (lexer.isSign(',')) {
      lexer.next();
    } else {
      require(lexer.isSign(')'));
    }
  }

  private void sign(char sign) {
    require(lexer.isSign(sign));
    lexer.next();
  }

  private static void require(boolean plain) {
    if (!plain) throw new Unreadable();
  }
}
