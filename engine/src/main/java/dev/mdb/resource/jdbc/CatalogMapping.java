package dev.mdb.resource.jdbc;

import dev.mdb.schema.Catalog;
import dev.mdb.schema.Check;
import dev.mdb.schema.Column;
import dev.mdb.schema.EnumType;
import dev.mdb.schema.ForeignKey;
import dev.mdb.schema.Generated;
import dev.mdb.schema.Index;
import dev.mdb.schema.Sequence;
import dev.mdb.schema.Table;
import dev.mdb.schema.View;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * The same things under other names: into a scratch place and back.
 *
 * @param name of {@code name} or {@code schema.name}, not quoted
 * @param text of a type, an expression or a query, in which names may occur
 */
public record CatalogMapping(UnaryOperator<String> name, UnaryOperator<String> text) {
  public Catalog apply(Catalog catalog) {
    return new Catalog(
        sorted(each(catalog.tables(), this::table), Table::name),
        sorted(each(catalog.sequences(), this::sequence), Sequence::name),
        sorted(each(catalog.enums(), this::enumType), EnumType::name),
        sorted(each(catalog.views(), this::view), View::name),
        catalog.unread());
  }

  private Table table(Table table) {
    return new Table(
        name.apply(table.name()),
        each(table.columns(), this::column),
        table.primaryKey(),
        table.uniqueKeys(),
        each(table.foreignKeys(), this::foreignKey),
        each(table.checks(), check -> new Check(check.name(), text.apply(check.expression()))),
        each(table.indexes(), this::index),
        table.comment());
  }

  private Column column(Column column) {
    return new Column(
        column.name(),
        text.apply(column.type()),
        column.nullable(),
        column.defaultValue().map(text),
        column.identity(),
        column.generated().map(made -> new Generated(text.apply(made.expression()), made.stored())),
        column.collation(),
        column.comment());
  }

  private ForeignKey foreignKey(ForeignKey key) {
    return new ForeignKey(
        key.name(),
        key.columns(),
        name.apply(key.table()),
        key.targetColumns(),
        key.onDelete(),
        key.onUpdate(),
        key.deferral());
  }

  private Index index(Index index) {
    return new Index(
        index.name(),
        index.unique(),
        each(index.parts(), this::part),
        index.method(),
        index.predicate().map(text),
        index.include());
  }

  private Index.Part part(Index.Part part) {
    if (!part.isExpression()) return part;
    return new Index.Part(text.apply(part.text()), true, part.descending(), part.qualifier());
  }

  private Sequence sequence(Sequence sequence) {
    return new Sequence(
        name.apply(sequence.name()),
        sequence.type(),
        sequence.start(),
        sequence.increment(),
        sequence.minimum(),
        sequence.maximum(),
        sequence.cache(),
        sequence.cycles());
  }

  private EnumType enumType(EnumType type) {
    return new EnumType(name.apply(type.name()), type.values());
  }

  private View view(View view) {
    return new View(name.apply(view.name()), text.apply(view.definition()), view.materialized());
  }

  private static <T> List<T> sorted(List<T> values, Function<T, String> name) {
    return values.stream().sorted(Comparator.comparing(name)).toList();
  }

  private static <T> List<T> each(List<T> values, UnaryOperator<T> change) {
    return values.stream().map(change).toList();
  }
}
