package dev.mdb.project.author;

import dev.mdb.error.MdbException;
import dev.mdb.project.Extension;
import dev.mdb.schema.Dialect;
import dev.mdb.schema.diff.SchemaChange;
import java.util.List;

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
    return Extension.find(ChangeWriter.class, "no-change-writer", "writes scripts from changes");
  }
}
