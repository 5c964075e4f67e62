package dev.mdb.resource.jdbc;

import java.sql.SQLException;

/** A transaction in which the engine does not look after foreign keys. */
public interface Unenforced {
  /** Where an engine always does. */
  Unenforced NONE =
      new Unenforced() {
        @Override
        public void check() {}

        @Override
        public void end() {}
      };

  /**
   * Looks after them before the commit.
   *
   * @throws dev.mdb.error.MdbException when a row refers to nothing that was right before
   */
  void check() throws SQLException;

  /** Called when the transaction has ended, however that was. */
  void end() throws SQLException;
}
