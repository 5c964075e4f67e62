package dev.mdb.project.author;

import dev.mdb.error.Category;
import dev.mdb.error.MdbException;
import dev.mdb.error.Problem;
import dev.mdb.schema.Catalog;
import dev.mdb.schema.Dialect;
import java.util.ServiceLoader;

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
    return ServiceLoader.load(ModelWriter.class, ModelWriter.class.getClassLoader())
        .findFirst()
        .orElseThrow(ModelWriter::absent);
  }

  private static MdbException absent() {
    var message = "there is nothing on the class path that writes models";
    return new MdbException(
        Problem.of(Category.FAILED, "no-model-writer", message)
            .help("add the artifact dev.mdb:mdb-dsl"));
  }
}
