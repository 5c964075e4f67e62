package dev.mdb.resource.sqlite;

/** The {@code CREATE VIEW} that SQLite keeps of a view. */
final class ViewText {
  private ViewText() {}

  /** The query; with the names of the columns when the view gives them names of its own. */
  static String query(String sql) {
    var cursor = new Cursor(sql);
    cursor.expect("CREATE");
    if (!cursor.skip("TEMP")) cursor.skip("TEMPORARY");
    cursor.expect("VIEW");
    cursor.skip("IF", "NOT", "EXISTS");
    var name = cursor.name();
    if (cursor.skip(".")) name = cursor.name();
    var columns = cursor.isAt("(") ? cursor.brackets().strip() : "";
    cursor.expect("AS");
    var query = cursor.rest().strip();
    if (columns.isEmpty()) return query;
    var alias = Names.quote(name.name() + "_query");
    return "WITH %s(%s) AS (%s) SELECT * FROM %s".formatted(alias, columns, query, alias);
  }
}
