package dev.mdb.graph;

import static dev.mdb.error.Category.GRAPH;

import dev.mdb.error.Location;
import dev.mdb.error.Problem;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Phrases that the faults share. */
final class Text {
  private static final int SHOWN = 20;

  private Text() {}

  static Problem about(String code, String text, String revision, Location source) {
    return Problem.of(GRAPH, code, text).at(source).inRevision(revision);
  }

  /** {@code 'a', 'b' and 3 more}: complete lists travel as data. */
  static String quoted(Collection<String> names) {
    var shown = names.stream().limit(SHOWN).map(name -> "'" + name + "'");
    var text = shown.collect(Collectors.joining(", "));
    return names.size() > SHOWN ? text + " and " + (names.size() - SHOWN) + " more" : text;
  }

  static String listed(List<String> names) {
    var shown = names.stream().limit(SHOWN).collect(Collectors.joining(", "));
    return names.size() > SHOWN ? shown + ", …" : shown;
  }

  static String places(List<Location> sources) {
    return sources.stream().map(Location::toString).collect(Collectors.joining(", "));
  }

  static List<String> files(List<Location> sources) {
    return sources.stream().map(Location::file).toList();
  }

  static Problem didYouMean(Problem problem, List<String> nearest) {
    if (nearest.isEmpty()) return problem;
    return problem.help("did you mean " + quoted(nearest) + "?").with("nearest", nearest);
  }
}
