package dev.mdb.schema.diff;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/**
 * Which of the things of one table are those of the other. First those that are equal, name and
 * all; then those that only differ by name, which is a renaming when both names were chosen by
 * somebody. What is left is dropped or added.
 */
final class Matching<T> {
  /** One thing that is on both sides. */
  record Pair<T>(T have, T want) {}

  private final Part<T> part;
  private final List<T> dropped;
  private final List<T> added;
  private final List<Pair<T>> kept = new ArrayList<>();
  private final List<Pair<T>> renamed = new ArrayList<>();

  /**
   * @param generated nobody chose this name
   */
  Matching(Part<T> part, List<T> have, List<T> want, Predicate<String> generated) {
    this.part = part;
    dropped = new ArrayList<>(have);
    added = new ArrayList<>(want);
    pair((a, b) -> part.name(a).equals(part.name(b)), kept);
    Predicate<T> unnamed = each -> part.name(each).filter(generated.negate()).isEmpty();
    pair((a, b) -> unnamed.test(a) || unnamed.test(b), kept);
    // A name that is in use on the other side would be in the way.
    var taken = have.stream().map(part::name).flatMap(Optional::stream).toList();
    pair((a, b) -> !taken.contains(part.name(b).orElseThrow()), renamed);
    added.replaceAll(each -> generated.test(part.name(each).orElse("")) ? fresh(each) : each);
  }

  /** The engine numbered the names of the models alone; here others may have taken them. */
  private T fresh(T each) {
    var taken = new HashSet<String>();
    kept.forEach(pair -> part.name(pair.have()).ifPresent(taken::add));
    added.stream()
        .filter(other -> other != each)
        .forEach(other -> part.name(other).ifPresent(taken::add));
    var name = part.name(each).orElseThrow();
    var stem = name.replaceAll("\\d+$", "");
    for (int i = 1; taken.contains(name); i++) name = stem + i;
    return part.name(each).filter(name::equals).isPresent() ? each : part.named(each, name);
  }

  private void pair(BiPredicate<T, T> names, List<Pair<T>> pairs) {
    for (var each : List.copyOf(added)) {
      var partner =
          dropped.stream()
              .filter(other -> part.isSame(other, each) && names.test(other, each))
              .findFirst();
      if (partner.isEmpty()) continue;
      dropped.remove(partner.get());
      added.remove(each);
      pairs.add(new Pair<>(partner.get(), each));
    }
  }

  /** What stays but is in the way of something is dropped and added again. */
  void stepAside(Predicate<T> inTheWay) {
    for (var pair : List.copyOf(kept)) {
      if (!inTheWay.test(pair.have())) continue;
      kept.remove(pair);
      dropped.add(pair.have());
      added.add(pair.have());
    }
    for (var pair : List.copyOf(renamed)) {
      if (!inTheWay.test(pair.have())) continue;
      renamed.remove(pair);
      dropped.add(pair.have());
      added.add(pair.want());
    }
  }

  Part<T> part() {
    return part;
  }

  List<T> dropped() {
    return dropped;
  }

  List<T> added() {
    return added;
  }

  List<Pair<T>> renamed() {
    return renamed;
  }
}
