package dev.mdb.project.author;

import dev.mdb.error.MdbException;
import dev.mdb.project.Extension;
import dev.mdb.schema.Catalog;
import dev.mdb.schema.Dialect;

/**
 * Writes models as source text. The engine does not know how models are written: whoever does is
 * found on the class path.
 */
public interface ModelWriter {
  /**
   * The text of one file with all tables, sequences and enum types. Read back by {@link
   * dev.mdb.project.ModelSource}, it asks for what the catalogue holds.
   *
   * @param packageName empty = none
   */
  String write(Catalog catalog, Dialect dialect, String packageName);

  /**
   * @throws MdbException when there is none
   */
  static ModelWriter find() {
    return Extension.find(ModelWriter.class, "no-model-writer", "writes models");
  }
}
