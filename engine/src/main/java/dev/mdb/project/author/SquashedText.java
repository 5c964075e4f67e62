package dev.mdb.project.author;

import dev.mdb.error.Category;
import dev.mdb.error.MdbException;
import dev.mdb.error.Problem;
import dev.mdb.graph.Dependency;
import dev.mdb.graph.Downgrade;
import dev.mdb.graph.Revision;
import dev.mdb.project.ScriptLayout.Statement;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The script of a squashed revision: the blocks of the old ones as they are, each in an {@code
 * apply { }} of its own, so that their names do not meet.
 */
final class SquashedText {
  private static final DateTimeFormatter CREATED =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm xxx", Locale.ROOT);
  private static final String INDENT = " ".repeat(4);

  private final Revision revision;
  private final List<ExactScript> oldestFirst;
  private final StringBuilder text = new StringBuilder();

  private SquashedText(Revision revision, List<ExactScript> oldestFirst) {
    this.revision = revision;
    this.oldestFirst = oldestFirst;
  }

  /**
   * @throws MdbException when the blocks cannot stand in one script
   */
  static String of(Revision revision, List<ExactScript> oldestFirst, ZonedDateTime created) {
    return new SquashedText(revision, oldestFirst).text(created);
  }

  static Problem refusal(String code, String message, ExactScript script) {
    return Problem.of(Category.GRAPH, code, message)
        .at(script.source())
        .inRevision(script.entry().id());
  }

  private String text(ZonedDateTime created) {
    comments(created);
    var imports = CopiedImports.of(oldestFirst);
    imports.forEach(name -> text.append("import ").append(name).append('\n'));
    if (!imports.isEmpty()) text.append('\n');
    text.append("revision {\n");
    header();
    text.append('\n');
    block("upgrade", oldestFirst);
    downgrade();
    return text.append("}\n").toString().replace("\r\n", "\n");
  }

  private void comments(ZonedDateTime created) {
    text.append("// ").append(inOneLine(revision.message())).append('\n');
    text.append("// Squashed ").append(CREATED.format(created)).append("\n\n");
  }

  private void header() {
    line("id = " + KotlinText.literal(revision.id()));
    line("message = " + KotlinText.literal(revision.message()));
    line(KotlinText.call("down", revision.parents()));
    line(KotlinText.call("dependsOn", names(plain())));
    revision.dependencies().stream().filter(each -> !plain().contains(each)).forEach(this::special);
    line(KotlinText.call("branch", revision.labels()));
    line(KotlinText.call("replaces", revision.replaces()));
    transaction().ifPresent(this::line);
  }

  private void line(String statement) {
    if (!statement.isEmpty()) text.append(INDENT).append(statement).append('\n');
  }

  private List<Dependency> plain() {
    return revision.dependencies().stream()
        .takeWhile(each -> !each.optional() && each.resource().isEmpty())
        .toList();
  }

  private static List<String> names(List<Dependency> dependencies) {
    return dependencies.stream().map(Dependency::name).toList();
  }

  private void special(Dependency dependency) {
    var optional = dependency.optional() ? ", optional = true" : "";
    var on = dependency.resource().map(name -> ", on = " + KotlinText.literal(name)).orElse("");
    line("dependsOn(" + KotlinText.literal(dependency.name()) + optional + on + ")");
  }

  /** All blocks will share what one of them asked for, so they must have asked for the same. */
  private Optional<String> transaction() {
    var first = transaction(oldestFirst.get(0));
    for (var script : oldestFirst) {
      if (transaction(script).equals(first)) continue;
      var message =
          "'%s' and '%s' differ in their transaction, and one revision has one"
              .formatted(oldestFirst.get(0).entry().id(), script.entry().id());
      throw new MdbException(
          refusal("other-transaction", message, script)
              .help("end the run before the first that differs, and squash the rest apart"));
    }
    return first;
  }

  private static Optional<String> transaction(ExactScript script) {
    return script
        .layout()
        .statement("transaction")
        .filter(statement -> script.layout().text(statement.range()).endsWith("NONE"))
        .map(statement -> "transaction = Transaction.NONE");
  }

  private void downgrade() {
    if (revision.downgrade() instanceof Downgrade.Irreversible irreversible) {
      line("irreversible(" + KotlinText.literal(irreversible.why()) + ")");
    } else if (revision.downgrade() instanceof Downgrade.Present) {
      text.append('\n');
      var newestFirst = new ArrayList<>(oldestFirst);
      Collections.reverse(newestFirst);
      block("downgrade", newestFirst);
    }
  }

  private void block(String keyword, List<ExactScript> scripts) {
    var parts =
        scripts.stream().map(script -> part(keyword, script)).collect(Collectors.joining("\n"));
    text.append(INDENT).append(keyword).append(" {\n");
    text.append(parts).append(INDENT).append("}\n");
  }

  private String part(String keyword, ExactScript script) {
    var header = script.entry().header();
    var comment = INDENT.repeat(2) + "// " + header.id() + ": " + inOneLine(header.message());
    var own = body(script, keyword);
    // One block for both directions: the way back is mdb's own.
    var written = own.isPresent() ? keyword : "reversible";
    var body = own.or(() -> body(script, "reversible")).filter(block -> !block.isEmpty());
    if (body.isEmpty()) return comment + " (nothing)\n";
    var call = own.isEmpty() && keyword.equals("downgrade") ? "undo" : "apply";
    // A return from the block ends this part alone.
    var label = body.get().contains("@" + written) ? " " + written + "@" : "";
    return comment
        + "\n"
        + INDENT.repeat(2)
        + call
        + label
        + " {\n"
        + body.get().indented(INDENT.repeat(3))
        + INDENT.repeat(2)
        + "}\n";
  }

  private static Optional<CopiedBlock> body(ExactScript script, String keyword) {
    return script
        .layout()
        .statement(keyword)
        .flatMap(Statement::body)
        .map(range -> new CopiedBlock(script.layout(), range));
  }

  private static String inOneLine(String message) {
    return message.replaceAll("\\s+", " ");
  }
}
