package dev.mdb.schema.diff;

import dev.mdb.error.Problem;
import dev.mdb.schema.Catalog;
import java.util.ArrayList;
import java.util.List;

/**
 * What separates a database from what models ask for.
 *
 * @param changes in an order that runs
 * @param differences what a person would call different: a change that only makes way for another
 *     is none
 * @param obstacles differences for which there is no change; none of the others should be done
 * @param hints possible renamings, a line each with the option that takes it
 * @param leftAlone what the models do not know, a line each
 * @param notCompared what is there and was not looked at, a line each
 */
public record CatalogDiff(
    List<SchemaChange> changes,
    List<Difference> differences,
    List<Problem> obstacles,
    List<String> hints,
    List<String> leftAlone,
    List<String> notCompared) {
  public CatalogDiff {
    changes = List.copyOf(changes);
    differences = List.copyOf(differences);
    obstacles = List.copyOf(obstacles);
    hints = List.copyOf(hints);
    leftAlone = List.copyOf(leftAlone);
    notCompared = List.copyOf(notCompared);
  }

  /**
   * @param have what the database holds
   * @param want what the models ask for, in the same engine's words
   * @throws dev.mdb.error.MdbException of category USAGE for a renaming that cannot be
   */
  public static CatalogDiff between(Catalog have, Catalog want, DiffOptions options) {
    return new Comparison(have, want, options).result();
  }

  public boolean isEmpty() {
    return differences.isEmpty() && obstacles.isEmpty();
  }

  /**
   * What takes the changes back, in an order that runs; those that nothing takes back are left out.
   */
  public List<SchemaChange> inverse() {
    var back = new ArrayList<SchemaChange>();
    changes.forEach(change -> change.inverse().ifPresent(undo -> back.add(0, undo)));
    return back;
  }
}
