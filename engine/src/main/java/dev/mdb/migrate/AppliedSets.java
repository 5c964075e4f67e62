package dev.mdb.migrate;

import dev.mdb.graph.AppliedSet;
import dev.mdb.resource.AppliedRevision;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/** From what a resource remembers to what the graph asks for. */
public final class AppliedSets {
  private AppliedSets() {}

  public static AppliedSet of(List<AppliedRevision> rows) {
    var standsOn = new LinkedHashMap<String, List<String>>();
    for (var row : rows) {
      var names = new ArrayList<>(row.parents());
      names.addAll(row.dependencies());
      standsOn.put(row.id(), names);
    }
    return new AppliedSet(standsOn.keySet(), standsOn);
  }
}
