package dev.mdb.operation;

import java.util.Optional;

/**
 * One change, as a value: blocks append operations to the stream of their run, which executes,
 * prints or journals them. Today's kinds: {@link SqlOperation}, {@link RedisOperation}, {@link
 * BatchedOperation}.
 */
public interface Operation {
  /** A short line for people: {@code create table mod1_item}. No values of rows in it. */
  String describe();

  /**
   * The operation that takes this one back; empty where there is none, or where it cannot be told.
   */
  default Optional<Operation> inverse() {
    return Optional.empty();
  }
}
