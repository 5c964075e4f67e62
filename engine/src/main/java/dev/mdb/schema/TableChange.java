package dev.mdb.schema;

import java.util.Optional;

/**
 * One change within a table. Those that take something away carry what it was where that is known:
 * then they have an inverse.
 */
public sealed interface TableChange {
  /** The change that takes this one back; empty where it cannot be told. */
  Optional<TableChange> inverse();

  /** At the end of the table. Its keys are changes of their own. */
  record AddColumn(Column column) implements TableChange {
    @Override
    public Optional<TableChange> inverse() {
      return Optional.of(new DropColumn(column.name(), Optional.of(column)));
    }
  }

  record DropColumn(String name, Optional<Column> was) implements TableChange {
    @Override
    public Optional<TableChange> inverse() {
      return was.map(AddColumn::new);
    }
  }

  record RenameColumn(String from, String to) implements TableChange {
    @Override
    public Optional<TableChange> inverse() {
      return Optional.of(new RenameColumn(to, from));
    }
  }

  /**
   * @param back the patch that takes it back
   */
  record AlterColumn(String name, ColumnPatch patch, Optional<ColumnPatch> back)
      implements TableChange {
    @Override
    public Optional<TableChange> inverse() {
      return back.map(undo -> new AlterColumn(name, undo, Optional.of(patch)));
    }
  }

  record AddPrimaryKey(PrimaryKey key) implements TableChange {
    @Override
    public Optional<TableChange> inverse() {
      return Optional.of(new DropPrimaryKey(key.name(), Optional.of(key)));
    }
  }

  /**
   * @param name PostgreSQL alone needs it; empty there = the name that PostgreSQL gives by itself
   */
  record DropPrimaryKey(Optional<String> name, Optional<PrimaryKey> was) implements TableChange {
    @Override
    public Optional<TableChange> inverse() {
      return was.map(AddPrimaryKey::new);
    }
  }

  record AddUnique(UniqueKey key) implements TableChange {
    @Override
    public Optional<TableChange> inverse() {
      return key.name().map(name -> new DropUnique(name, Optional.of(key)));
    }
  }

  record DropUnique(String name, Optional<UniqueKey> was) implements TableChange {
    @Override
    public Optional<TableChange> inverse() {
      return was.map(AddUnique::new);
    }
  }

  record AddForeignKey(ForeignKey key) implements TableChange {
    @Override
    public Optional<TableChange> inverse() {
      return key.name().map(name -> new DropForeignKey(name, Optional.of(key)));
    }
  }

  record DropForeignKey(String name, Optional<ForeignKey> was) implements TableChange {
    @Override
    public Optional<TableChange> inverse() {
      return was.map(AddForeignKey::new);
    }
  }

  record AddCheck(Check check) implements TableChange {
    @Override
    public Optional<TableChange> inverse() {
      return check.name().map(name -> new DropCheck(name, Optional.of(check)));
    }
  }

  record DropCheck(String name, Optional<Check> was) implements TableChange {
    @Override
    public Optional<TableChange> inverse() {
      return was.map(AddCheck::new);
    }
  }

  /**
   * Of a unique key, a foreign key, a check or a primary key. Where the engine cannot, it is
   * dropped and added again.
   */
  record RenameConstraint(String from, String to) implements TableChange {
    @Override
    public Optional<TableChange> inverse() {
      return Optional.of(new RenameConstraint(to, from));
    }
  }

  /**
   * @param comment empty = none
   */
  record SetTableComment(Optional<String> comment, Optional<Optional<String>> was)
      implements TableChange {
    @Override
    public Optional<TableChange> inverse() {
      return was.map(before -> new SetTableComment(before, Optional.of(comment)));
    }
  }
}
