package dev.mdb.project;

import dev.mdb.error.Category;
import dev.mdb.error.MdbException;
import dev.mdb.error.Problem;
import dev.mdb.resource.Access;
import dev.mdb.resource.Session;
import dev.mdb.schema.Catalog;
import dev.mdb.schema.Dialect;
import dev.mdb.schema.Table;
import dev.mdb.schema.diff.CatalogDiff;
import dev.mdb.schema.diff.DiffOptions;
import dev.mdb.schema.diff.GeneratedNames;
import dev.mdb.schema.diff.NameFilter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A database beside its models. The models are put into the engine's own words first, so that what
 * only looks different is the same.
 */
public final class ModelComparison {
  private final ComparisonConfig config;
  private final ComparisonRequest request;
  private final Function<Dialect, Catalog> models;

  /** The models are asked for only when the database can be compared. */
  ModelComparison(
      ComparisonConfig config, ComparisonRequest request, Function<Dialect, Catalog> models) {
    this.config = config;
    this.request = request;
    this.models = models;
  }

  /**
   * Reads and changes nothing.
   *
   * @throws MdbException when the resource has no models or no tables, when models fail, when the
   *     engine refuses what they ask for, or for a renaming or pattern that makes no sense
   */
  public static ComparedModels of(ProjectResource resource, ComparisonRequest request) {
    if (resource.config().models().isEmpty()) resource.models();
    var comparison =
        new ModelComparison(
            resource.config().comparison(),
            request,
            dialect -> ModelSource.catalog(resource, dialect));
    try (var session = resource.open().connect(Access.READ)) {
      return comparison.with(session);
    } catch (MdbException e) {
      throw new MdbException(
          e.problems().stream().map(each -> each.inResource(resource.name())).toList());
    }
  }

  ComparedModels with(Session session) {
    var filter = filter();
    var dialect = session.dialect().orElseThrow(ModelComparison::noTables);
    var wanted = models.apply(dialect);
    var normalised = session.catalog().normalise(wanted);
    var have = session.catalog().read(schemas(wanted));
    var options =
        DiffOptions.of(dialect)
            .renames(request.renames())
            .filter(filter)
            .dropUnknown(config.dropUnknownTables() || request.dropUnknownTables())
            .generatedNames(GeneratedNames.of(wanted, normalised));
    return new ComparedModels(dialect, CatalogDiff.between(have, normalised, options));
  }

  private NameFilter filter() {
    var exclude = new ArrayList<>(config.exclude());
    exclude.addAll(request.exclude());
    var include = request.include().isEmpty() ? config.include() : request.include();
    return NameFilter.of(include, exclude);
  }

  /** Those that the models name, beside the one that the session works in. */
  private static List<String> schemas(Catalog wanted) {
    var names =
        Stream.of(
                wanted.tables().stream().map(Table::name),
                wanted.sequences().stream().map(each -> each.name()),
                wanted.enums().stream().map(each -> each.name()))
            .flatMap(each -> each);
    return names
        .filter(name -> name.contains("."))
        .map(name -> name.substring(0, name.indexOf('.')))
        .distinct()
        .toList();
  }

  private static MdbException noTables() {
    var message = "models describe tables, and this kind of resource has none";
    return new MdbException(Problem.of(Category.USAGE, "no-catalog", message));
  }
}
