package dev.mdb.schema;

/** The SQL that a relational resource speaks. */
public enum Dialect {
  POSTGRESQL("PostgreSQL"),
  MYSQL("MySQL"),
  MARIADB("MariaDB"),
  SQLITE("SQLite");

  private final String title;

  Dialect(String title) {
    this.title = title;
  }

  public String title() {
    return title;
  }
}
