package dev.mdb.operation;

/** How a revision's block is wrapped. */
public enum TransactionMode {
  /** One transaction for the block and its state row, where the engine can. */
  PER_REVISION,
  /**
   * None: for statements that refuse to run in one; the journal is written after every operation.
   */
  NONE
}
