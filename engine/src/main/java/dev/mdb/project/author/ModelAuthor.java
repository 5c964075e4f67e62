package dev.mdb.project.author;

import dev.mdb.error.Category;
import dev.mdb.error.MdbException;
import dev.mdb.error.Problem;
import dev.mdb.project.ProjectResource;
import dev.mdb.resource.Access;
import dev.mdb.schema.Catalog;
import dev.mdb.schema.Dialect;
import dev.mdb.schema.Sequence;
import dev.mdb.schema.View;
import dev.mdb.schema.diff.NameFilter;
import dev.mdb.schema.diff.NameFilter.Kind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Writes the models of a database that exists. */
public final class ModelAuthor {
  private static final String FOLDER = "models";
  private static final String FILE = "Models.kt";
  private static final String SOURCE = ".kt";
  private static final Pattern PACKAGE = Pattern.compile("[\\p{L}_]\\w*(\\.[\\p{L}_]\\w*)*");

  private final ProjectResource resource;

  public ModelAuthor(ProjectResource resource) {
    this.resource = resource;
  }

  /**
   * Reads the database and writes nothing.
   *
   * @throws MdbException when it cannot be read, or holds no table of these names
   */
  public WrittenModels preview(ModelRequest request) {
    checkPackage(request);
    try (var session = resource.open().connect(Access.READ)) {
      var all = session.catalog().read(List.of());
      return models(all, session.dialect().orElseThrow(), request);
    }
  }

  private static void checkPackage(ModelRequest request) {
    if (request.packageName().filter(name -> !PACKAGE.matcher(name).matches()).isEmpty()) return;
    var message = "'" + request.packageName().get() + "' is no name of a package";
    throw new MdbException(Problem.of(Category.USAGE, "bad-arguments", message));
  }

  private WrittenModels models(Catalog all, Dialect dialect, ModelRequest request) {
    var filter = NameFilter.of(request.include(), request.exclude());
    var wanted =
        new Catalog(
            chosen(all.tables(), each -> filter.allows(Kind.TABLE, each.name())),
            chosen(all.sequences(), each -> filter.allows(Kind.SEQUENCE, each.name())),
            chosen(all.enums(), each -> filter.allows(Kind.ENUM, each.name())),
            List.of(),
            List.of());
    if (wanted.tables().isEmpty()) throw new MdbException(nothing(all));
    var left = new ArrayList<>(all.unread());
    all.views().forEach(view -> left.add(shown(view)));
    wanted.sequences().forEach(each -> type(each).ifPresent(left::add));
    var text = ModelWriter.find().write(wanted, dialect, request.packageName().orElse(""));
    return new WrittenModels(wanted, text, List.copyOf(left), Optional.empty(), Optional.empty());
  }

  private static <T> List<T> chosen(List<T> all, Predicate<T> filter) {
    return all.stream().filter(filter).toList();
  }

  /** Exposed's sequences have no type. */
  private static Optional<String> type(Sequence sequence) {
    return sequence.type().map(type -> "type " + type + " of sequence " + sequence.name());
  }

  private static String shown(View view) {
    return (view.materialized() ? "materialized view " : "view ") + view.name();
  }

  private Problem nothing(Catalog all) {
    var message = "the database holds no table" + (all.tables().isEmpty() ? "" : " of these names");
    return Problem.of(Category.USAGE, "no-tables", message)
        .inResource(resource.name())
        .help("look at the url, and at --include and --exclude");
  }

  /**
   * Reads the database and writes the file, which appears as a whole or not at all.
   *
   * @throws MdbException as {@link #preview}, and when there is such a file and {@code force} is
   *     not given
   */
  public WrittenModels write(ModelRequest request) {
    var place = request.out().map(ModelAuthor::file).orElseGet(this::configured);
    if (!request.force() && Files.exists(place)) throw new MdbException(exists(place));
    var models = preview(request);
    if (Files.exists(place)) {
      ReplacedFile.write(place, models.text());
    } else {
      NewFile.write(place, models.text());
    }
    return new WrittenModels(
        models.catalog(), models.text(), models.left(), Optional.of(place), unconfigured(place));
  }

  private static Problem exists(Path file) {
    return NewFile.exists(file)
        .help(
            "write elsewhere with --out, look at it first with --stdout, or overwrite with --force");
  }

  private static Path file(Path place) {
    boolean isFile = place.getFileName().toString().endsWith(SOURCE);
    return (isFile ? place : place.resolve(FILE)).normalize();
  }

  /** The first entry of {@code models} that is a place; where there are none, the usual folder. */
  private Path configured() {
    var places = resource.modelPlaces();
    if (places.isEmpty() && !resource.config().models().isEmpty()) throw new MdbException(inJars());
    return file(places.isEmpty() ? resource.folder().resolve(FOLDER) : places.get(0));
  }

  private Problem inJars() {
    return Problem.of(Category.USAGE, "no-models", "all models of the resource are in jars")
        .inResource(resource.name())
        .help("say where to write with --out");
  }

  private Optional<String> unconfigured(Path file) {
    if (resource.modelPlaces().stream().anyMatch(file::startsWith)) return Optional.empty();
    var entry = file.getFileName().toString().equals(FILE) ? file.getParent() : file;
    var base = resource.folder();
    var shown = entry.startsWith(base) && !entry.equals(base) ? base.relativize(entry) : entry;
    return Optional.of(shown.toString().replace('\\', '/'));
  }
}
