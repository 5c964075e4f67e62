package dev.mdb.project.author;

import dev.mdb.error.Category;
import dev.mdb.error.Location;
import dev.mdb.error.MdbException;
import dev.mdb.error.Problem;
import dev.mdb.graph.Dependency;
import dev.mdb.graph.Revision;
import dev.mdb.project.PlainHeader;
import dev.mdb.project.ProjectFiles;
import dev.mdb.project.ProjectResource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;

/** The text of a new script: the project's template, filled in. */
final class RevisionText {
  private static final DateTimeFormatter CREATED =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm xxx", Locale.ROOT);

  private RevisionText() {}

  /**
   * @throws MdbException when the template loses something of the revision
   */
  static String of(
      ProjectResource resource, Revision revision, RevisionBody body, ZonedDateTime created) {
    var file = resource.config().template();
    var template = template(file);
    if (!body.equals(RevisionBody.EMPTY) && !template.has("upgrade", "downgrade")) {
      throw new MdbException(noBlocks(file));
    }
    var text = template.fill(values(resource, revision, body, created));
    // One that only the compiler can read is trusted.
    var lost =
        PlainHeader.read(text, revision.source().file())
            .filter(read -> !sameHeader(read, revision))
            .isPresent();
    if (lost) throw new MdbException(badTemplate(file));
    return text;
  }

  private static boolean sameHeader(Revision read, Revision wanted) {
    return read.id().equals(wanted.id())
        && read.message().equals(wanted.message())
        && read.parents().equals(wanted.parents())
        && read.dependencies().equals(wanted.dependencies())
        && read.labels().equals(wanted.labels());
  }

  private static Problem badTemplate(Path file) {
    var message = "a script from the template would not say what was asked for";
    return Problem.of(Category.USAGE, "bad-template", message)
        .at(new Location(file.toString(), 0, 0))
        .help("it needs {{id}}, {{message}}, {{down}}, {{dependsOn}} and {{branch}}");
  }

  private static Problem noBlocks(Path file) {
    var message = "the template has no place for what upgrade and downgrade do";
    return Problem.of(Category.USAGE, "bad-template", message)
        .at(new Location(file.toString(), 0, 0))
        .help("it needs {{upgrade}} and {{downgrade}}, each on a line of its own in its block");
  }

  private static Map<String, String> values(
      ProjectResource resource, Revision revision, RevisionBody body, ZonedDateTime created) {
    var dependencies = revision.dependencies().stream().map(Dependency::name).toList();
    return Map.of(
        "id", KotlinText.literal(revision.id()),
        "message", KotlinText.literal(revision.message()),
        "down", KotlinText.call("down", revision.parents()),
        "dependsOn", KotlinText.call("dependsOn", dependencies),
        "branch", KotlinText.call("branch", revision.labels()),
        "upgrade", body.upgrade(),
        "downgrade", body.downgrade(),
        "title", revision.message(),
        "created", CREATED.format(created),
        "resource", resource.name());
  }

  /** The project may have thrown its own away; one that the configuration names has to be there. */
  private static TextTemplate template(Path file) {
    var usual = file.endsWith(ProjectFiles.TEMPLATE);
    if (usual && !Files.exists(file)) return TextTemplate.builtIn(ProjectFiles.TEMPLATE);
    try {
      return new TextTemplate(Files.readString(file), file.toString());
    } catch (IOException e) {
      var message = "cannot read the template " + file;
      throw new MdbException(Problem.of(Category.USAGE, "no-template", message), e);
    }
  }
}
