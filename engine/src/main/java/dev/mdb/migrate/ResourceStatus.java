package dev.mdb.migrate;

import dev.mdb.error.MdbException;
import dev.mdb.error.Problem;
import dev.mdb.graph.Revision;
import dev.mdb.project.ProjectResource;
import dev.mdb.resource.Access;
import dev.mdb.resource.LogEntry;
import dev.mdb.resource.Resource;
import dev.mdb.resource.Session;
import dev.mdb.schema.Dialect;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How one resource stands.
 *
 * @param kind that of the resource; {@code mariadb} when a server was reached that says so; empty
 *     when even the URL is not known
 * @param url without its password
 * @param heads ids of the current heads
 * @param pending ids of what is not applied, in load order
 * @param withoutScript ids that are applied and that no script has
 * @param last the newest entry of its log
 * @param lockHolder who runs now
 * @param open the entry of a step that runs now, or broke off when nobody holds the lock
 * @param otherTool mdb remembers nothing yet, and another tool has migrated the database
 * @param problem why nothing more is known
 */
public record ResourceStatus(
    String name,
    Optional<String> kind,
    Optional<String> url,
    List<String> heads,
    List<String> pending,
    List<String> withoutScript,
    Optional<LogEntry> last,
    Optional<String> lockHolder,
    Optional<LogEntry> open,
    Optional<Problem> otherTool,
    Optional<Problem> problem) {
  public ResourceStatus {
    heads = List.copyOf(heads);
    pending = List.copyOf(pending);
    withoutScript = List.copyOf(withoutScript);
  }

  /** Looks; a resource that cannot be reached, or has broken scripts, has a problem. */
  public static ResourceStatus of(ProjectResource project) {
    Optional<Resource> resource = Optional.empty();
    try {
      resource = Optional.of(project.open());
      return look(project, resource.get());
    } catch (MdbException e) {
      var problem = e.problems().get(0).inResource(project.name());
      return unknown(project.name(), resource, problem);
    }
  }

  private static ResourceStatus look(ProjectResource project, Resource resource) {
    try (var session = resource.connect(Access.READ)) {
      var applied = AppliedSets.of(session.state().applied());
      var graph = project.soundGraph();
      return new ResourceStatus(
          project.name(),
          Optional.of(kind(resource, session)),
          Optional.of(resource.maskedUrl()),
          graph.currentHeads(applied),
          graph.pending(applied).stream().map(Revision::id).toList(),
          graph.withoutScript(applied),
          session.state().log(1).stream().findFirst(),
          resource.lockHolder(),
          session.state().open().stream().findFirst(),
          EarlierTool.note(project.name(), session),
          Optional.empty());
    }
  }

  /** Servers of two sorts share a kind; who has reached one knows which it is. */
  private static String kind(Resource resource, Session session) {
    boolean mariadb = session.dialect().equals(Optional.of(Dialect.MARIADB));
    return mariadb ? Dialect.MARIADB.name().toLowerCase(Locale.ROOT) : resource.kind();
  }

  private static ResourceStatus unknown(String name, Optional<Resource> resource, Problem problem) {
    return new ResourceStatus(
        name,
        resource.map(Resource::kind),
        resource.map(Resource::maskedUrl),
        List.of(),
        List.of(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(problem));
  }

  /** The revision that stopped half-way: nothing else runs until it is resumed or repaired. */
  public Optional<String> halfWay() {
    return brokenOffEntry().map(LogEntry::revision);
  }

  /** The same with its direction, how far it came, and what helps. */
  public Optional<Problem> brokenOff() {
    return brokenOffEntry().map(entry -> BrokenOff.problem(name, entry));
  }

  private Optional<LogEntry> brokenOffEntry() {
    return lockHolder.isPresent() ? Optional.empty() : open;
  }

  /** Is all that the scripts have applied, nothing else, and nothing in the way? */
  public boolean isUpToDate() {
    return problem.isEmpty() && pending.isEmpty() && withoutScript.isEmpty() && open.isEmpty();
  }
}
