package dev.mdb.schema.diff;

import dev.mdb.schema.Dialect;
import java.util.List;

/**
 * @param renames what was renamed, and not dropped and added; never guessed
 * @param dropUnknown are tables that the models do not know to be dropped?
 * @param generatedNames of constraints that the models leave to the engine: they differ without
 *     meaning anything
 */
public record DiffOptions(
    Dialect dialect,
    List<Rename> renames,
    NameFilter filter,
    boolean dropUnknown,
    GeneratedNames generatedNames) {
  public DiffOptions {
    renames = List.copyOf(renames);
  }

  /** Nothing renamed, nothing filtered, unknown tables left alone, every name meant. */
  public static DiffOptions of(Dialect dialect) {
    return new DiffOptions(dialect, List.of(), NameFilter.ALL, false, GeneratedNames.NONE);
  }

  public DiffOptions renames(List<Rename> taken) {
    return new DiffOptions(dialect, taken, filter, dropUnknown, generatedNames);
  }

  public DiffOptions filter(NameFilter chosen) {
    return new DiffOptions(dialect, renames, chosen, dropUnknown, generatedNames);
  }

  public DiffOptions dropUnknown(boolean drop) {
    return new DiffOptions(dialect, renames, filter, drop, generatedNames);
  }

  public DiffOptions generatedNames(GeneratedNames names) {
    return new DiffOptions(dialect, renames, filter, dropUnknown, names);
  }

  boolean isMysql() {
    return dialect == Dialect.MYSQL || dialect == Dialect.MARIADB;
  }
}
