package dev.mdb.project;

import dev.mdb.error.MdbException;
import dev.mdb.schema.Catalog;
import dev.mdb.schema.Dialect;

/**
 * Turns models into the schema that they ask for. The engine does not know how models are written:
 * whoever does is found on the class path.
 */
public interface ModelSource {
  /**
   * The tables, sequences and enum types among these classes, in the words of the models: see
   * {@link dev.mdb.schema.CatalogReader#normalise}.
   *
   * @throws MdbException with the places of all models that fail
   */
  Catalog read(ModelClasses classes, Dialect dialect);

  /**
   * What the models of a resource ask for, in this dialect.
   *
   * @throws MdbException when none are configured, with everything that does not compile, or with
   *     the models that fail
   */
  static Catalog catalog(ProjectResource resource, Dialect dialect) {
    var classes = resource.models();
    return Extension.find(ModelSource.class, "no-model-source", "reads models")
        .read(classes, dialect);
  }
}
