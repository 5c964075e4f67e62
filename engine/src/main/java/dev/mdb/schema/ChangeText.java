package dev.mdb.schema;

import java.util.Optional;

/** A change in a few words for people. */
final class ChangeText {
  private ChangeText() {}

  static String describe(TableChange change) {
    if (change instanceof TableChange.AddColumn add) return "add column " + add.column().name();
    if (change instanceof TableChange.DropColumn drop) return "drop column " + drop.name();
    if (change instanceof TableChange.RenameColumn rename) {
      return "rename column " + rename.from() + " to " + rename.to();
    }
    if (change instanceof TableChange.AlterColumn alter) return "alter column " + alter.name();
    if (change instanceof TableChange.RenameConstraint rename) {
      return "rename constraint " + rename.from() + " to " + rename.to();
    }
    if (change instanceof TableChange.SetTableComment) return "set the comment";
    return key(change);
  }

  private static String key(TableChange change) {
    if (change instanceof TableChange.AddPrimaryKey add)
      return "add primary key" + of(add.key().name());
    if (change instanceof TableChange.DropPrimaryKey drop)
      return "drop primary key" + of(drop.name());
    if (change instanceof TableChange.AddUnique add) return "add unique key" + of(add.key().name());
    if (change instanceof TableChange.DropUnique drop) return "drop unique key " + drop.name();
    if (change instanceof TableChange.AddForeignKey add)
      return "add foreign key" + of(add.key().name());
    if (change instanceof TableChange.DropForeignKey drop) return "drop foreign key " + drop.name();
    if (change instanceof TableChange.AddCheck add) return "add check" + of(add.check().name());
    return "drop check " + ((TableChange.DropCheck) change).name();
  }

  private static String of(Optional<String> name) {
    return name.map(it -> " " + it).orElse("");
  }
}
