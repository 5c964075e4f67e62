package dev.mdb.schema;

/** What happens to a row when the one that it refers to goes or changes. */
public enum ReferenceAction {
  NO_ACTION("NO ACTION"),
  RESTRICT("RESTRICT"),
  CASCADE("CASCADE"),
  SET_NULL("SET NULL"),
  SET_DEFAULT("SET DEFAULT");

  private final String sql;

  ReferenceAction(String sql) {
    this.sql = sql;
  }

  public String sql() {
    return sql;
  }
}
