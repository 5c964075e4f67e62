package dev.mdb.cli.command;

import dev.mdb.project.ProjectResource;
import dev.mdb.resource.Access;
import dev.mdb.resource.LogEntry;
import java.util.List;

/** What broke off in a resource, or goes on in it now. */
final class OpenEntries {
  private OpenEntries() {}

  static List<LogEntry> of(ProjectResource resource) {
    try (var session = resource.open().connect(Access.READ)) {
      return session.state().open();
    }
  }

  static boolean has(ProjectResource resource, String revision) {
    return of(resource).stream().anyMatch(entry -> entry.revision().equals(revision));
  }
}
