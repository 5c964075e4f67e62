package dev.mdb.graph;

/** One revision to run, in one direction. */
public record Step(Direction direction, Revision revision, Reason why) {}
