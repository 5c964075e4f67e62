package dev.mdb.schema.diff;

import dev.mdb.schema.Check;
import dev.mdb.schema.ForeignKey;
import dev.mdb.schema.Index;
import dev.mdb.schema.PrimaryKey;
import dev.mdb.schema.ReferenceAction;
import dev.mdb.schema.UniqueKey;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A kind of thing that belongs to a table and may have a name. */
interface Part<T> {
  /** As people call it: {@code unique key}. */
  String title();

  Optional<String> name(T each);

  T named(T each, String name);

  /** Names aside. */
  boolean isSame(T a, T b);

  /** What it is, in a few words. */
  String text(T each);

  /** Its name, or what it is. */
  default String shown(T each) {
    return name(each).orElseGet(() -> text(each));
  }

  private static String list(List<String> columns) {
    return "(" + String.join(", ", columns) + ")";
  }

  /** The columns in their order. */
  record OfPrimaryKey(String title) implements Part<PrimaryKey> {
    @Override
    public Optional<String> name(PrimaryKey key) {
      return key.name();
    }

    @Override
    public PrimaryKey named(PrimaryKey key, String name) {
      return new PrimaryKey(Optional.of(name), key.columns());
    }

    @Override
    public boolean isSame(PrimaryKey a, PrimaryKey b) {
      return a.columns().equals(b.columns());
    }

    @Override
    public String text(PrimaryKey key) {
      return list(key.columns());
    }
  }

  /** The columns in their order. */
  record OfUniqueKey(String title) implements Part<UniqueKey> {
    @Override
    public Optional<String> name(UniqueKey key) {
      return key.name();
    }

    @Override
    public UniqueKey named(UniqueKey key, String name) {
      return new UniqueKey(Optional.of(name), key.columns());
    }

    @Override
    public boolean isSame(UniqueKey a, UniqueKey b) {
      return a.columns().equals(b.columns());
    }

    @Override
    public String text(UniqueKey key) {
      return list(key.columns());
    }
  }

  /** The text, as the engine prints it. */
  record OfCheck(String title) implements Part<Check> {
    @Override
    public Optional<String> name(Check check) {
      return check.name();
    }

    @Override
    public Check named(Check check, String name) {
      return new Check(Optional.of(name), check.expression());
    }

    @Override
    public boolean isSame(Check a, Check b) {
      return a.expression().equals(b.expression());
    }

    @Override
    public String text(Check check) {
      return "(" + check.expression() + ")";
    }
  }

  /** Everything. */
  record OfIndex(String title) implements Part<Index> {
    @Override
    public Optional<String> name(Index index) {
      return Optional.of(index.name());
    }

    @Override
    public Index named(Index index, String name) {
      return new Index(
          name, index.unique(), index.parts(), index.method(), index.predicate(), index.include());
    }

    @Override
    public boolean isSame(Index a, Index b) {
      return a.unique() == b.unique()
          && a.parts().equals(b.parts())
          && a.method().equals(b.method())
          && a.predicate().equals(b.predicate())
          && a.include().equals(b.include());
    }

    @Override
    public String text(Index index) {
      return (index.unique() ? "unique " : "")
          + index.method().map(method -> method + " ").orElse("")
          + list(index.parts().stream().map(OfIndex::text).toList())
          + (index.include().isEmpty() ? "" : " include " + list(index.include()))
          + index.predicate().map(where -> " where " + where).orElse("");
    }

    private static String text(Index.Part part) {
      return part.text()
          + (part.descending() ? " desc" : "")
          + (part.qualifier().isEmpty() ? "" : " " + part.qualifier());
    }
  }

  /**
   * Where it leads and what it does.
   *
   * @param restrictIsNoAction MySQL and MariaDB print either word and mean the same
   */
  record OfForeignKey(String title, boolean restrictIsNoAction) implements Part<ForeignKey> {
    @Override
    public Optional<String> name(ForeignKey key) {
      return key.name();
    }

    @Override
    public ForeignKey named(ForeignKey key, String name) {
      return new ForeignKey(
          Optional.of(name),
          key.columns(),
          key.table(),
          key.targetColumns(),
          key.onDelete(),
          key.onUpdate(),
          key.deferral());
    }

    @Override
    public boolean isSame(ForeignKey a, ForeignKey b) {
      return a.columns().equals(b.columns())
          && a.table().equals(b.table())
          && a.targetColumns().equals(b.targetColumns())
          && a.deferral() == b.deferral()
          && meant(a.onDelete()) == meant(b.onDelete())
          && meant(a.onUpdate()) == meant(b.onUpdate());
    }

    private ReferenceAction meant(ReferenceAction action) {
      boolean same = restrictIsNoAction && action == ReferenceAction.NO_ACTION;
      return same ? ReferenceAction.RESTRICT : action;
    }

    @Override
    public String text(ForeignKey key) {
      return list(key.columns())
          + " to "
          + key.table()
          + list(key.targetColumns())
          + event(" on delete ", key.onDelete())
          + event(" on update ", key.onUpdate())
          + deferral(key.deferral());
    }

    private String event(String when, ReferenceAction action) {
      boolean usual = meant(action) == meant(ReferenceAction.NO_ACTION);
      return usual ? "" : when + action.sql().toLowerCase(Locale.ROOT);
    }

    private static String deferral(ForeignKey.Deferral deferral) {
      return switch (deferral) {
        case NOT_DEFERRABLE -> "";
        case INITIALLY_IMMEDIATE -> " deferrable";
        case INITIALLY_DEFERRED -> " deferrable, initially deferred";
      };
    }
  }
}
