package dev.mdb.graph;

import java.util.BitSet;

/** Takes the steps of a relative target, one parent edge each, within a scope. */
record Walker(RevisionGraph graph, BitSet scope, Target target, Walk walk) {

  Position from(Position start) {
    var position = start;
    for (int taken = 0; taken < walk.steps(); taken++) {
      position = walk.isUp() ? up(position, taken) : down(position, taken);
    }
    return position;
  }

  private Position up(Position from, int taken) {
    var next = from.above(graph);
    next.and(scope);
    return new Position.At(only(next, from, taken));
  }

  /** Below a revision without a parent there is the place before it, and nothing below that. */
  private Position down(Position from, int taken) {
    if (!(from instanceof Position.At at)) throw tooFar(from, taken);
    var next = new BitSet();
    for (int parent : graph.line().down()[at.revision()]) next.set(parent);
    if (next.isEmpty()) return new Position.Before(Edges.only(at.revision()));
    next.and(scope);
    return new Position.At(only(next, from, taken));
  }

  private int only(BitSet next, Position from, int taken) {
    if (next.isEmpty()) throw tooFar(from, taken);
    if (next.cardinality() == 1) return next.nextSetBit(0);
    throw new GraphException(
        new TargetFault.AmbiguousWalk(
            target.toString(), name(from), walk.direction(), graph.ids(next)));
  }

  private GraphException tooFar(Position end, int taken) {
    return new GraphException(new TargetFault.TooFar(target.toString(), walk, taken, name(end)));
  }

  private String name(Position position) {
    return position instanceof Position.At at ? graph.id(at.revision()) : "";
  }
}
