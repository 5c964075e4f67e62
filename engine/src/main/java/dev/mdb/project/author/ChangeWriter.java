package dev.mdb.project.author;

import dev.mdb.error.Category;
import dev.mdb.error.MdbException;
import dev.mdb.error.Problem;
import dev.mdb.schema.Dialect;
import dev.mdb.schema.diff.SchemaChange;
import java.util.List;
import java.util.ServiceLoader;

/**
 * Writes changes of a schema as a script does. The engine does not know the language of scripts:
 * whoever does is found on the class path.
 */
public interface ChangeWriter {
  /** What stands inside of {@code upgrade}, lines without indentation. */
  String upgrade(List<SchemaChange> changes, Dialect dialect);

  /** What takes these changes back; a note for each that nothing takes back. */
  String downgrade(List<SchemaChange> changes, Dialect dialect);

  /**
   * @throws MdbException when there is none
   */
  static ChangeWriter find() {
    return ServiceLoader.load(ChangeWriter.class, ChangeWriter.class.getClassLoader())
        .findFirst()
        .orElseThrow(ChangeWriter::absent);
  }

  private static MdbException absent() {
    var message = "there is nothing on the class path that writes scripts from changes";
    return new MdbException(
        Problem.of(Category.FAILED, "no-change-writer", message)
            .help("add the artifact dev.mdb:mdb-dsl"));
  }
}
