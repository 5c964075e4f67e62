package dev.mdb.resource.jdbc;

import dev.mdb.resource.StateFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which tables of a database are mdb's own. Those of the session are known by name; several
 * resources may share a database, so a table that has exactly the columns of a version table or of
 * its log is one as well, whatever its name.
 */
public record OwnTables(TableName versionTable) {
  private static final List<String> VERSION = shape(StateFields.REVISION);
  private static final List<String> LOG = shape(StateFields.LOG);

  private static List<String> shape(List<String> columns) {
    var names = new ArrayList<>(List.of("position"));
    names.addAll(columns);
    return List.copyOf(names);
  }

  /**
   * @param schema empty = the one that the session works in
   * @param columns their names, in the table's order
   */
  public boolean contains(Optional<String> schema, String table, List<String> columns) {
    var name = new TableName(schema, table);
    return name.equals(versionTable)
        || name.equals(versionTable.log())
        || columns.equals(VERSION)
        || columns.equals(LOG);
  }
}
