package dev.mdb.operation;

/** The {@code upgrade { }} or {@code downgrade { }} of a revision. */
@FunctionalInterface
public interface Block {
  void run(BlockContext context);
}
