package dev.mdb.schema;

/** One writer per dialect, made when it is first asked for: a run seldom needs two. */
final class Ddls {
  private Ddls() {}

  static Ddl of(Dialect dialect) {
    return switch (dialect) {
      case POSTGRESQL -> Postgres.DDL;
      case MYSQL -> Mysql.DDL;
      case MARIADB -> Mariadb.DDL;
      case SQLITE -> Sqlite.DDL;
    };
  }

  private static final class Postgres {
    static final Ddl DDL = new PostgresDdl();
  }

  private static final class Mysql {
    static final Ddl DDL = new MysqlDdl(Dialect.MYSQL);
  }

  private static final class Mariadb {
    static final Ddl DDL = new MysqlDdl(Dialect.MARIADB);
  }

  private static final class Sqlite {
    static final Ddl DDL = new SqliteDdl();
  }
}
