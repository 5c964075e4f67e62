package dev.mdb.migrate;

import dev.mdb.graph.AppliedSet;
import dev.mdb.graph.Plan;
import java.util.Set;

/**
 * Makes the plan of one resource; asked again when the state changed while waiting for the lock.
 */
@FunctionalInterface
public interface Planning {
  /**
   * @param also ids that an upgrade of another resource in the same run depends on; a downgrade has
   *     none
   * @throws dev.mdb.error.MdbException when the graph cannot answer
   */
  Plan plan(AppliedSet applied, Set<String> also);
}
