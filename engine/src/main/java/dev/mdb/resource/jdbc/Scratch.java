package dev.mdb.resource.jdbc;

import dev.mdb.error.Category;
import dev.mdb.error.MdbException;
import dev.mdb.error.Problem;
import dev.mdb.schema.Catalog;
import dev.mdb.schema.EnumType;
import dev.mdb.schema.Sequence;
import dev.mdb.schema.Table;
import dev.mdb.schema.View;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Schemas (databases on MySQL) of random names, {@code mdb_scratch_…}, in which a catalogue is
 * created: one for the current schema, and one for each other that the catalogue names. Whoever
 * makes them removes them.
 */
public final class Scratch {
  private static final int RANDOM_DIGITS = 16;

  private final JdbcEngine engine;
  private final StandIns standIns;
  private final Catalog wanted;
  private final List<ScratchPlace> places = new ArrayList<>();

  /**
   * @param current the schema whose names are bare
   * @param written the name of a schema as the server writes it in texts
   */
  public Scratch(JdbcEngine engine, String current, Catalog wanted, UnaryOperator<String> written) {
    this.engine = engine;
    this.standIns = StandIns.of(wanted);
    this.wanted = standIns.addTo(wanted);
    var random = UUID.randomUUID().toString().replace("-", "").substring(0, RANDOM_DIGITS);
    var names = names(this.wanted);
    for (var schema : schemas(current, names)) {
      boolean first = places.isEmpty();
      var scratch = "mdb_scratch_" + random + (first ? "" : "_" + places.size());
      var known = ScratchPlace.known(schema, first, names);
      places.add(
          new ScratchPlace(
              schema, written.apply(schema), scratch, written.apply(scratch), first, known));
    }
  }

  private static Set<String> names(Catalog catalog) {
    var names = new LinkedHashSet<String>();
    Stream.of(
            catalog.tables().stream().map(Table::name),
            catalog.sequences().stream().map(Sequence::name),
            catalog.enums().stream().map(EnumType::name),
            catalog.views().stream().map(View::name))
        .forEach(kind -> kind.forEach(names::add));
    return names;
  }

  private static Set<String> schemas(String current, Set<String> names) {
    var schemas = new LinkedHashSet<>(List.of(current));
    for (var name : names) {
      int dot = name.indexOf('.');
      if (dot > 0) schemas.add(name.substring(0, dot));
    }
    return schemas;
  }

  /** The one that stands for the current schema. */
  public String current() {
    return places.get(0).scratch();
  }

  /** Those that stand for others. */
  public List<String> others() {
    return places.stream().skip(1).map(ScratchPlace::scratch).toList();
  }

  /** The others that they stand for. */
  public List<String> replaced() {
    return places.stream().skip(1).map(ScratchPlace::real).toList();
  }

  /**
   * Makes one of them.
   *
   * @throws MdbException of code {@code no-scratch} when the engine does not let it
   */
  public void make(Connection connection, String statement, String right) {
    try {
      Sql.run(connection, statement);
    } catch (SQLException e) {
      var message = "there is no place to try the models out: " + engine.explain(e);
      throw new MdbException(
          Problem.of(Category.FAILED, "no-scratch", message)
              .help("the user needs this right: " + right),
          e);
    }
  }

  /**
   * Creates the catalogue in them, on a connection that works in {@link #current}.
   *
   * @throws MdbException of code {@code model-refused} when the engine does not take something
   */
  public void fill(Connection connection) {
    var there = mapping(ScratchPlace::nameThere, ScratchPlace::textThere);
    new ModelCreation(connection, engine, here()).create(there.apply(wanted));
  }

  /** What was read in them, with the names that it has outside. */
  public Catalog asWanted(Catalog read) {
    var found = standIns.removeFrom(here().apply(read));
    return new Catalog(found.tables(), found.sequences(), found.enums(), found.views(), List.of());
  }

  private CatalogMapping here() {
    return mapping(ScratchPlace::nameHere, ScratchPlace::textHere);
  }

  private CatalogMapping mapping(
      BiFunction<ScratchPlace, String, String> name,
      BiFunction<ScratchPlace, String, String> text) {
    return new CatalogMapping(each(name), each(text));
  }

  private UnaryOperator<String> each(BiFunction<ScratchPlace, String, String> change) {
    return text -> {
      var changed = text;
      for (var place : places) changed = change.apply(place, changed);
      return changed;
    };
  }
}
