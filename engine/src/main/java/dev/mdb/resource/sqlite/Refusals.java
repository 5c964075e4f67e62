package dev.mdb.resource.sqlite;

import dev.mdb.error.Category;
import dev.mdb.error.MdbException;
import dev.mdb.error.Problem;

/** What is told when a table is not as a change wants it. */
final class Refusals {
  private Refusals() {}

  static MdbException of(TableText table, String what) {
    return refused("table '%s' %s".formatted(table.name(), what));
  }

  static MdbException refused(String message) {
    return new MdbException(Problem.of(Category.FAILED, "cannot-alter", message));
  }
}
