package dev.mdb.cli.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** The same kind of answer from each resource. */
public record ByResource<T>(List<Part<T>> parts) {
  /** The answer of one. */
  public record Part<T>(String resource, T value) {}

  public ByResource {
    parts = List.copyOf(parts);
  }

  /** Each under the name of its resource; without a name when there is one only. */
  public void print(TextOutput output, BiConsumer<T, TextOutput> printer) {
    if (parts.size() == 1) {
      printer.accept(parts.get(0).value(), output);
      return;
    }
    for (var part : parts) {
      output.line(output.strong(part.resource()) + ":");
      printer.accept(part.value(), output.indented());
    }
  }

  /** One flat list; every element starts with the name of its resource. */
  List<Map<String, Object>> json(Function<T, List<Map<String, Object>>> elements) {
    return parts.stream()
        .flatMap(
            part -> elements.apply(part.value()).stream().map(map -> named(part.resource(), map)))
        .toList();
  }

  private static Map<String, Object> named(String resource, Map<String, Object> map) {
    var named = new LinkedHashMap<String, Object>();
    named.put("resource", resource);
    named.putAll(map);
    return named;
  }
}
