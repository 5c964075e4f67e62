package dev.mdb.project.author;

import dev.mdb.error.MdbException;
import dev.mdb.graph.Fault;
import dev.mdb.graph.Revision;
import dev.mdb.graph.RevisionGraph;
import dev.mdb.project.ProjectResource;
import dev.mdb.project.ScriptEntry;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Headers as they will be once a change is written: tells beforehand what the graphs will be. */
final class NewHeaders {
  private final Map<Path, Revision> changed = new HashMap<>();
  private final Set<Path> gone = new HashSet<>();
  private Optional<ScriptEntry> added = Optional.empty();

  NewHeaders change(ScriptEntry entry, Revision header) {
    changed.put(entry.path(), header);
    return this;
  }

  NewHeaders remove(ScriptEntry entry) {
    gone.add(entry.path());
    return this;
  }

  NewHeaders add(ScriptEntry entry) {
    added = Optional.of(entry);
    return this;
  }

  /**
   * @throws MdbException with every fault that the resource's graph would have
   */
  RevisionGraph graphOf(ProjectResource resource) {
    var headers = new ArrayList<Revision>();
    boolean addedHere = false;
    for (var entry : resource.scripts().entries()) {
      if (gone.contains(entry.path())) addedHere = true;
      else headers.add(changed.getOrDefault(entry.path(), entry.header()));
    }
    if (addedHere) added.map(ScriptEntry::header).ifPresent(headers::add);
    var load = RevisionGraph.load(headers);
    if (load.faults().isEmpty()) return load.graph();
    throw new MdbException(
        load.faults().stream()
            .map(Fault::problem)
            .map(problem -> problem.inResource(resource.name()))
            .toList());
  }

  /** Checks all of these. */
  void requireSound(List<ProjectResource> resources) {
    resources.forEach(this::graphOf);
  }
}
