package dev.mdb.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;

/**
 * Collects changes of a table in as few {@code ALTER TABLE} as will do: each is done wholly or not
 * at all, and reads the table once.
 */
final class AlterStatements {
  private final String alterTable;
  private final BiPredicate<TableChange, TableChange> apart;
  private final List<String> statements = new ArrayList<>();
  private final List<TableChange> together = new ArrayList<>();
  private final List<String> clauses = new ArrayList<>();
  private final List<String> following = new ArrayList<>();

  /**
   * @param apart may an earlier change not share its statement with a later one?
   */
  AlterStatements(String table, BiPredicate<TableChange, TableChange> apart) {
    this.alterTable = "ALTER TABLE " + table;
    this.apart = apart;
  }

  /** What is added from here on belongs to this change. */
  void begin(TableChange change) {
    if (together.stream().anyMatch(it -> apart.test(it, change))) close();
    together.add(change);
  }

  void clause(String clause) {
    clauses.add(clause);
  }

  /** After the statement that the change is in. */
  void following(String statement) {
    following.add(statement);
  }

  /** After all that came before, and before all that comes. */
  void alone(String statement) {
    var current = together.isEmpty() ? null : together.get(together.size() - 1);
    close();
    statements.add(statement);
    if (current != null) together.add(current);
  }

  List<String> all() {
    close();
    return List.copyOf(statements);
  }

  private void close() {
    if (clauses.size() == 1) statements.add(alterTable + " " + clauses.get(0));
    if (clauses.size() > 1) statements.add(alterTable + "\n  " + String.join(",\n  ", clauses));
    statements.addAll(following);
    clauses.clear();
    following.clear();
    together.clear();
  }

  /**
   * Would the two get into each other's way in any engine? What is dropped goes first, whatever the
   * order in the statement.
   */
  static boolean clash(TableChange before, TableChange after) {
    return sameColumn(before, after) || addsKey(before) && dropsKey(after);
  }

  private static boolean addsKey(TableChange change) {
    return change instanceof TableChange.AddPrimaryKey
        || change instanceof TableChange.AddUnique
        || change instanceof TableChange.AddForeignKey
        || change instanceof TableChange.AddCheck;
  }

  private static boolean dropsKey(TableChange change) {
    return change instanceof TableChange.DropPrimaryKey
        || change instanceof TableChange.DropUnique
        || change instanceof TableChange.DropForeignKey
        || change instanceof TableChange.DropCheck
        || change instanceof TableChange.RenameConstraint;
  }

  /** Do both touch the same column? Then an engine may do them in another order, or not at all. */
  private static boolean sameColumn(TableChange before, TableChange after) {
    return columns(before).stream().anyMatch(columns(after)::contains);
  }

  private static List<String> columns(TableChange change) {
    if (change instanceof TableChange.AddColumn add) return List.of(add.column().name());
    if (change instanceof TableChange.DropColumn drop) return List.of(drop.name());
    if (change instanceof TableChange.AlterColumn alter) return List.of(alter.name());
    if (change instanceof TableChange.RenameColumn rename) {
      return List.of(rename.from(), rename.to());
    }
    return List.of();
  }
}
