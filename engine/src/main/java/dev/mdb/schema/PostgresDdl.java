package dev.mdb.schema;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

final class PostgresDdl extends AbstractDdl {
  /** Of bytes in a name. */
  private static final int LONGEST_NAME = 63;

  PostgresDdl() {
    super(Dialect.POSTGRESQL);
  }

  @Override
  public String column(Column column) {
    return sql.quote(column.name())
        + " "
        + (column.identity() == Identity.AUTO_INCREMENT ? serial(column) : column.type())
        + column.collation().map(it -> " COLLATE " + name(it)).orElse("")
        + column.generated().map(AbstractDdl::generated).orElse("")
        + DefaultText.of(sql.dialect, column)
        + nullability(column)
        + PostgresIdentity.clause(column.identity());
  }

  private String serial(Column column) {
    return switch (column.type().toLowerCase(Locale.ROOT)) {
      case "integer", "int", "int4", "serial" -> "SERIAL";
      case "bigint", "int8", "bigserial" -> "BIGSERIAL";
      case "smallint", "int2", "smallserial" -> "SMALLSERIAL";
      default ->
          throw sql.refused(
              "numbering of rows in a column of type " + column.type(),
              "column " + column.name(),
              "use integer, bigint or smallint");
    };
  }

  @Override
  List<String> comments(Table table) {
    var comments = new ArrayList<String>();
    table.comment().ifPresent(it -> comments.add(tableComment(table.name(), table.comment())));
    for (var column : table.columns()) {
      column
          .comment()
          .ifPresent(
              it -> comments.add(columnComment(table.name(), column.name(), column.comment())));
    }
    return comments;
  }

  private String tableComment(String table, Optional<String> comment) {
    return "COMMENT ON TABLE " + name(table) + " IS " + comment.map(this::literal).orElse("NULL");
  }

  String columnComment(String table, String column, Optional<String> comment) {
    return "COMMENT ON COLUMN "
        + name(table)
        + "."
        + sql.quote(column)
        + " IS "
        + comment.map(this::literal).orElse("NULL");
  }

  @Override
  public List<String> alter(
      String table, List<TableChange> changes, Function<String, Optional<Table>> current) {
    var statements = new AlterStatements(name(table), AlterStatements::clash);
    var now = new CurrentTable(table, current);
    for (var change : changes) {
      statements.begin(change);
      change(table, change, now, statements);
      now.done(change);
    }
    return statements.all();
  }

  private void change(String table, TableChange change, CurrentTable now, AlterStatements to) {
    if (change instanceof TableChange.AddColumn add) {
      to.clause("ADD COLUMN " + column(add.column()));
      var comment = add.column().comment();
      comment.ifPresent(it -> to.following(columnComment(table, add.column().name(), comment)));
    } else if (change instanceof TableChange.DropColumn drop) {
      to.clause("DROP COLUMN " + sql.quote(drop.name()));
    } else if (change instanceof TableChange.RenameColumn rename) {
      to.alone(rename(table, "COLUMN", rename.from(), rename.to()));
    } else if (change instanceof TableChange.RenameConstraint rename) {
      to.alone(rename(table, "CONSTRAINT", rename.from(), rename.to()));
    } else if (change instanceof TableChange.AlterColumn alter) {
      new PostgresColumnChange(this, table, alter, now).write(to);
    } else if (change instanceof TableChange.DropPrimaryKey drop) {
      to.clause(dropConstraint(drop.name().orElseGet(() -> primaryKey(table, now))));
    } else if (change instanceof TableChange.DropUnique drop) {
      to.clause(dropConstraint(drop.name()));
    } else if (change instanceof TableChange.DropForeignKey drop) {
      to.clause(dropConstraint(drop.name()));
    } else if (change instanceof TableChange.DropCheck drop) {
      to.clause(dropConstraint(drop.name()));
    } else if (change instanceof TableChange.SetTableComment set) {
      to.following(tableComment(table, set.comment()));
    } else to.clause("ADD " + constraint(change));
  }

  private String rename(String table, String kind, String from, String to) {
    return "ALTER TABLE "
        + name(table)
        + " RENAME "
        + kind
        + " "
        + sql.quote(from)
        + " TO "
        + sql.quote(to);
  }

  private String dropConstraint(String name) {
    return "DROP CONSTRAINT " + sql.quote(name);
  }

  /** The name that the key has, or else the one that PostgreSQL gives by itself. */
  private static String primaryKey(String table, CurrentTable now) {
    return now.table()
        .flatMap(Table::primaryKey)
        .flatMap(PrimaryKey::name)
        .orElseGet(() -> shortened(Identifiers.bare(table), "_pkey"));
  }

  /** As PostgreSQL's {@code makeObjectName} does it: the end stays, the beginning is cut. */
  static String shortened(String beginning, String end) {
    var cut = beginning;
    while (cut.getBytes(StandardCharsets.UTF_8).length + end.length() > LONGEST_NAME) {
      cut = cut.substring(0, cut.offsetByCodePoints(cut.length(), -1));
    }
    return cut + end;
  }

  @Override
  public List<String> createIndex(
      String table, Index index, boolean ifNotExists, boolean concurrently) {
    var create =
        indexes.create(
            table,
            index,
            (concurrently ? "CONCURRENTLY " : "") + (ifNotExists ? "IF NOT EXISTS " : ""));
    return concurrently
        ? List.of(dropLeftover(name(Identifiers.beside(table, index.name()))), create)
        : List.of(create);
  }

  /** A concurrent creation that failed leaves an index of this name behind that is not valid. */
  private String dropLeftover(String index) {
    return """
        DO $mdb$ BEGIN
          IF EXISTS (SELECT FROM pg_index WHERE indexrelid = to_regclass(%s) AND NOT indisvalid) THEN
            DROP INDEX %s;
          END IF;
        END $mdb$"""
        .formatted(literal(index), index);
  }

  @Override
  public String dropIndex(String table, String index, boolean ifExists, boolean concurrently) {
    return "DROP INDEX "
        + (concurrently ? "CONCURRENTLY " : "")
        + ifExists(ifExists)
        + name(Identifiers.beside(table, index));
  }

  @Override
  public List<String> renameIndex(
      String table, String from, String to, Function<String, Optional<Table>> current) {
    return List.of(
        "ALTER INDEX "
            + name(Identifiers.beside(table, from))
            + " RENAME TO "
            + sql.quote(Identifiers.bare(to)));
  }

  @Override
  public List<String> createSequence(Sequence sequence) {
    return List.of("CREATE SEQUENCE " + SequenceText.create(sql, sequence));
  }

  @Override
  public List<String> alterSequence(Sequence sequence) {
    return List.of("ALTER SEQUENCE " + SequenceText.alter(sql, sequence));
  }

  @Override
  public String dropSequence(String sequence) {
    return "DROP SEQUENCE " + name(sequence);
  }

  @Override
  public String renameSequence(String from, String to) {
    return "ALTER SEQUENCE " + name(from) + " RENAME TO " + newName("sequence", from, to);
  }

  @Override
  public String createEnum(EnumType type) {
    var values = type.values().stream().map(this::literal).collect(Collectors.joining(", "));
    return "CREATE TYPE " + name(type.name()) + " AS ENUM (" + values + ")";
  }

  @Override
  public String dropEnum(String type) {
    return "DROP TYPE " + name(type);
  }

  @Override
  public String addEnumValue(String type, String value, Optional<String> before) {
    return "ALTER TYPE "
        + name(type)
        + " ADD VALUE "
        + literal(value)
        + before.map(it -> " BEFORE " + literal(it)).orElse("");
  }

  @Override
  public String renameEnumValue(String type, String from, String to) {
    return "ALTER TYPE " + name(type) + " RENAME VALUE " + literal(from) + " TO " + literal(to);
  }

  @Override
  public List<String> createView(View view, boolean replace) {
    if (!view.materialized()) return super.createView(view, replace);
    var create = "CREATE MATERIALIZED VIEW " + viewBody(view);
    return replace
        ? List.of("DROP MATERIALIZED VIEW IF EXISTS " + name(view.name()), create)
        : List.of(create);
  }

  @Override
  public String dropView(String view, boolean materialized) {
    return "DROP " + (materialized ? "MATERIALIZED " : "") + "VIEW " + name(view);
  }
}
