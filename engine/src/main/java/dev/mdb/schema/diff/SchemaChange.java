package dev.mdb.schema.diff;

import dev.mdb.schema.EnumType;
import dev.mdb.schema.Index;
import dev.mdb.schema.Sequence;
import dev.mdb.schema.Table;
import dev.mdb.schema.TableChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One change of a schema, with all that is needed to take it back. */
public sealed interface SchemaChange {
  /** The change that takes this one back; empty where the engine has none. */
  Optional<SchemaChange> inverse();

  /** With its keys, checks and indexes. */
  record CreateTable(Table table) implements SchemaChange {
    @Override
    public Optional<SchemaChange> inverse() {
      return Optional.of(new DropTable(table));
    }
  }

  record DropTable(Table was) implements SchemaChange {
    @Override
    public Optional<SchemaChange> inverse() {
      return Optional.of(new CreateTable(was));
    }
  }

  record RenameTable(String from, String to) implements SchemaChange {
    @Override
    public Optional<SchemaChange> inverse() {
      return Optional.of(new RenameTable(to, from));
    }
  }

  /** Several changes of one table, in the order in which they are done. */
  record ChangeTable(String table, List<TableChange> changes) implements SchemaChange {
    public ChangeTable {
      changes = List.copyOf(changes);
    }

    @Override
    public Optional<SchemaChange> inverse() {
      var back = new ArrayList<TableChange>();
      for (var change : changes) {
        var undo = inverse(change);
        if (undo.isEmpty()) return Optional.empty();
        back.addAll(0, undo);
      }
      return Optional.of(new ChangeTable(table, back));
    }

    private static List<TableChange> inverse(TableChange change) {
      if (change instanceof TableChange.AlterColumn alter) return ColumnComparison.inverse(alter);
      return change.inverse().map(List::of).orElse(List.of());
    }
  }

  record CreateIndex(String table, Index index) implements SchemaChange {
    @Override
    public Optional<SchemaChange> inverse() {
      return Optional.of(new DropIndex(table, index));
    }
  }

  record DropIndex(String table, Index was) implements SchemaChange {
    @Override
    public Optional<SchemaChange> inverse() {
      return Optional.of(new CreateIndex(table, was));
    }
  }

  record RenameIndex(String table, String from, String to) implements SchemaChange {
    @Override
    public Optional<SchemaChange> inverse() {
      return Optional.of(new RenameIndex(table, to, from));
    }
  }

  record CreateSequence(Sequence sequence) implements SchemaChange {
    @Override
    public Optional<SchemaChange> inverse() {
      return Optional.of(new DropSequence(sequence));
    }
  }

  record DropSequence(Sequence was) implements SchemaChange {
    @Override
    public Optional<SchemaChange> inverse() {
      return Optional.of(new CreateSequence(was));
    }
  }

  /** The value that it has reached stays. */
  record AlterSequence(Sequence was, Sequence sequence) implements SchemaChange {
    @Override
    public Optional<SchemaChange> inverse() {
      return Optional.of(new AlterSequence(sequence, was));
    }
  }

  record CreateEnum(EnumType type) implements SchemaChange {
    @Override
    public Optional<SchemaChange> inverse() {
      return Optional.of(new DropEnum(type));
    }
  }

  record DropEnum(EnumType was) implements SchemaChange {
    @Override
    public Optional<SchemaChange> inverse() {
      return Optional.of(new CreateEnum(was));
    }
  }

  /**
   * PostgreSQL has no way to take a value away again.
   *
   * @param before the value in front of which it goes; empty = at the end
   */
  record AddEnumValue(String type, String value, Optional<String> before) implements SchemaChange {
    @Override
    public Optional<SchemaChange> inverse() {
      return Optional.empty();
    }
  }
}
