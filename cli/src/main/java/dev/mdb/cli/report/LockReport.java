package dev.mdb.cli.report;

import dev.mdb.error.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code mdb lock}: {@code {"locks": [{"resource", "held": boolean, "holder", "broken":
 * boolean}]}}. The holder is left out where nobody holds the lock; of a broken lock it is the one
 * who held it.
 */
public record LockReport(List<Lock> locks, List<Problem> problems) implements Report {
  public LockReport {
    locks = List.copyOf(locks);
    problems = List.copyOf(problems);
  }

  /**
   * @param holder who holds it, or held it until it was broken
   */
  public record Lock(String resource, Optional<String> holder, boolean broken) {
    private String text() {
      if (holder.isEmpty()) return "free";
      return (broken ? "broken; it was held by " : "held by ") + holder.get();
    }

    private Map<String, Object> json() {
      var map = new LinkedHashMap<String, Object>();
      map.put("resource", resource);
      map.put("held", holder.isPresent() && !broken);
      holder.ifPresent(name -> map.put("holder", name));
      map.put("broken", broken);
      return map;
    }
  }

  @Override
  public void print(TextOutput output) {
    for (var lock : locks) output.line(output.strong(lock.resource()) + ": " + lock.text());
  }

  @Override
  public Object json() {
    return Documents.of("locks", locks.stream().map(Lock::json).toList(), problems);
  }
}
