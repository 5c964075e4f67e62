package dev.mdb.operation;

/**
 * One change, as a value: blocks append operations to the stream of their run, which executes,
 * prints or journals them. Today's kinds: {@link SqlOperation}.
 */
public interface Operation {
  /** A short line for people: {@code create table mod1_item}. No values of rows in it. */
  String describe();
}
