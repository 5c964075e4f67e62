package dev.mdb.graph;

import dev.mdb.error.Location;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.IntUnaryOperator;

/** Large graphs with a fixed seed. Parents are loaded before their children. */
final class Shapes {
  private final Random random = new Random(20261121);
  private final List<Revision> revisions = new ArrayList<>();

  private Shapes() {}

  /** One line. */
  static List<Revision> line(int size) {
    var shape = new Shapes();
    for (int i = 0; i < size; i++) shape.add(i == 0 ? List.of() : List.of(id(i - 1)), List.of());
    return shape.revisions;
  }

  /** Every revision follows any older one, whatever its age: a bush. */
  static List<Revision> bush(int size, double merges, double dependencies) {
    return new Shapes().random(size, merges, dependencies, size);
  }

  /** Every revision follows one of the latest, as in a team that merges all the time. */
  static List<Revision> team(int size, double merges, double dependencies) {
    return new Shapes().random(size, merges, dependencies, 40);
  }

  /** A spine with a side revision on each of its revisions, in shuffled order. */
  static List<Revision> comb(int size) {
    var shape = new Shapes();
    for (int i = 0; i < size / 2; i++) {
      shape.add(i == 0 ? List.of() : List.of(id(i - 1)), List.of());
    }
    for (int i = 0; i < size / 2; i++) shape.add(List.of(id(i)), List.of());
    Collections.shuffle(shape.revisions, shape.random);
    return shape.revisions;
  }

  /** Lines side by side that merge into each other and fork again; with exactly so many merges. */
  static List<Revision> braid(int size, int width, int merges) {
    return new Shapes().braided(size, width, merges);
  }

  private List<Revision> braided(int size, int width, int merges) {
    var heads = new ArrayList<Integer>();
    for (int i = 0; i < width; i++) {
      add(i == 0 ? List.of() : List.of(id(0)), List.of());
      heads.add(i);
    }
    int left = merges;
    for (int i = width; i < size; i++) {
      boolean merge = random.nextInt(size - i) < left;
      int first = random.nextInt(width);
      int second = other(heads, first);
      var parent = id(heads.get(first));
      add(merge ? List.of(parent, id(heads.get(second))) : List.of(parent), List.of());
      heads.set(first, i);
      if (merge) heads.set(second, i);
      if (merge) left--;
    }
    return revisions;
  }

  private int other(List<Integer> heads, int first) {
    int second = first;
    while (heads.get(second).equals(heads.get(first))) second = random.nextInt(heads.size());
    return second;
  }

  private List<Revision> random(int size, double merges, double dependencies, int window) {
    add(List.of(), List.of());
    for (int i = 1; i < size; i++) {
      int older = i;
      IntUnaryOperator any = bound -> older - 1 - random.nextInt(Math.min(bound, older));
      int first = any.applyAsInt(window);
      int second = any.applyAsInt(window);
      boolean merge = random.nextDouble() < merges && second != first;
      boolean needs = random.nextDouble() < dependencies;
      add(
          merge ? List.of(id(first), id(second)) : List.of(id(first)),
          needs ? List.of(Dependency.on(id(any.applyAsInt(window)))) : List.of());
    }
    return revisions;
  }

  private void add(List<String> parents, List<Dependency> dependencies) {
    var id = id(revisions.size());
    var source = new Location(id + ".migration.kts", 1, 1);
    revisions.add(
        new Revision(
            id, parents, dependencies, List.of(), id, List.of(), new Downgrade.Present(), source));
  }

  private static String id(int index) {
    return String.format("%012x", index * 2654435761L & 0xffffffffffffL);
  }
}
