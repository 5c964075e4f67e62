package dev.mdb.project.author;

import dev.mdb.error.MdbException;
import dev.mdb.graph.Dependency;
import dev.mdb.graph.Revision;
import dev.mdb.project.ProjectResource;
import dev.mdb.project.ScriptEntry;
import dev.mdb.project.ScriptLayout;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The scripts of a project that name revisions which another one replaces. */
final class Redirects {
  /** A script with other names, not written yet. */
  record Redirect(ExactScript script, String text, Revision header) {}

  private final Revision squashed;
  private final Set<String> homes;
  private final List<Redirect> redirects = new ArrayList<>();
  private final List<Path> leftAlone = new ArrayList<>();
  private final Set<Path> seen = new HashSet<>();

  /**
   * @param squashed names its own id instead of those that it replaces
   * @param homes names of the resources that read its script
   */
  Redirects(Revision squashed, Set<String> homes) {
    this.squashed = squashed;
    this.homes = homes;
  }

  /** Looks through a resource, but not at these scripts. */
  void search(ProjectResource resource, Set<Path> without) {
    for (var entry : resource.scripts().entries()) {
      var here = homes.contains(resource.name());
      var header = redirected(entry.header(), here);
      if (without.contains(entry.path()) || header.equals(entry.header())) continue;
      if (seen.add(entry.path())) redirect(entry, header, here);
    }
  }

  private void redirect(ScriptEntry entry, Revision header, boolean here) {
    try {
      var script = ExactScript.read(entry);
      var text =
          script.edit().rename((statement, name) -> name(name.value(), statement.resource(), here));
      script.checked(text, header);
      redirects.add(new Redirect(script, text, header));
    } catch (MdbException e) {
      if (!e.problems().get(0).code().equals(ScriptLayout.NOT_PLAIN)) throw e;
      leftAlone.add(entry.path());
    }
  }

  private Revision redirected(Revision revision, boolean here) {
    return new Revision(
        revision.id(),
        revision.parents().stream().map(name -> name(name, Optional.empty(), here)).toList(),
        revision.dependencies().stream().map(each -> redirected(each, here)).toList(),
        revision.labels(),
        revision.message(),
        revision.replaces(),
        revision.downgrade(),
        revision.source());
  }

  private Dependency redirected(Dependency dependency, boolean here) {
    var name = name(dependency.name(), dependency.resource(), here);
    return new Dependency(name, dependency.optional(), dependency.resource());
  }

  private String name(String name, Optional<String> resource, boolean here) {
    boolean meant = resource.map(homes::contains).orElse(here);
    return meant && squashed.replaces().contains(name) ? squashed.id() : name;
  }

  List<Redirect> redirects() {
    return redirects;
  }

  /** Not in plain form, so nobody can rewrite them. */
  List<Path> leftAlone() {
    return leftAlone;
  }
}
