package dev.mdb.schema;

import java.util.List;
import java.util.Optional;

/** Reads what a database holds. Every method throws MdbException when the database refuses. */
public interface CatalogReader {
  /**
   * All that is there.
   *
   * @param schemas besides the one that the session works in; their names are written in front
   */
  Catalog read(List<String> schemas);

  /** One table, by the name that a script gives it; empty when there is none. */
  Optional<Table> table(String name);

  /**
   * What this engine would show if all that were created: types, defaults, checks and expressions
   * in its own words. Creates it in a scratch place that nobody else sees, reads it like {@link
   * #read}, and removes it. A foreign key to a table that is not in it is served by a stand-in.
   *
   * @throws dev.mdb.error.MdbException when the engine refuses something, with the table that it
   *     belongs to; of code {@code no-scratch} when it allows no scratch place
   */
  Catalog normalise(Catalog wanted);
}
