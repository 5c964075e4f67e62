package dev.mdb.project.author;

import dev.mdb.error.Category;
import dev.mdb.error.Location;
import dev.mdb.error.MdbException;
import dev.mdb.error.Problem;
import dev.mdb.graph.AppliedSet;
import dev.mdb.graph.Dependency;
import dev.mdb.graph.Downgrade;
import dev.mdb.graph.DraftCheck;
import dev.mdb.graph.EdgeKind;
import dev.mdb.graph.GraphFault;
import dev.mdb.graph.Names;
import dev.mdb.graph.Revision;
import dev.mdb.graph.RevisionGraph;
import dev.mdb.project.ProjectFiles;
import dev.mdb.project.ProjectResource;
import dev.mdb.project.ResourceConfig;
import dev.mdb.project.Slug;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Writes new revisions. Everything is checked first: what is refused leaves no file behind. */
public final class RevisionAuthor {
  private final ProjectResource resource;
  private final Clock clock;
  private final Supplier<String> ids;
  private final RevisionGraph graph;
  private final ParentSearch parents;
  private final Supplier<AppliedSet> applied;

  /**
   * @param ids for revisions that are given none
   * @param applied asked only for a target that starts from {@code current}, and for what is not
   *     applied
   * @throws MdbException when the scripts that are there have faults
   */
  public RevisionAuthor(
      ProjectResource resource, Clock clock, Supplier<String> ids, Supplier<AppliedSet> applied) {
    this.resource = resource;
    this.clock = clock;
    this.ids = ids;
    this.graph = resource.soundGraph();
    this.applied = applied;
    this.parents = new ParentSearch(graph, applied);
  }

  /**
   * @throws MdbException with everything that speaks against it
   */
  public WrittenRevision write(RevisionRequest request) {
    return write(request, RevisionBody.EMPTY);
  }

  /**
   * @throws MdbException with everything that speaks against it
   */
  public WrittenRevision write(RevisionRequest request, RevisionBody body) {
    checkWords(request);
    return write(request, parents.of(request.heads()), body);
  }

  /**
   * What a revision would stand on and the database does not have.
   *
   * @param heads those of them on which no other stands
   */
  record Unapplied(List<String> ids, List<String> heads) {}

  /**
   * @throws MdbException when the request makes no sense
   */
  Unapplied unapplied(RevisionRequest request) {
    checkWords(request);
    var below = new HashSet<>(parents.of(request.heads()));
    request.dependencies().forEach(text -> below.add(parents.revision(text)));
    for (var id : List.copyOf(below)) {
      graph.ancestors(id, EdgeKind.BOTH).forEach(each -> below.add(each.id()));
    }
    var pending = graph.pending(applied.get()).stream().map(Revision::id);
    var ids = pending.filter(below::contains).toList();
    return new Unapplied(ids, graph.currentHeads(AppliedSet.of(ids)));
  }

  /**
   * A revision with several parents and empty blocks.
   *
   * @param request its heads are what is merged; {@code heads} = all that have no child
   */
  public WrittenRevision merge(RevisionRequest request) {
    checkWords(request);
    var merged = parents.ofMerge(request.heads());
    if (merged.size() > 1) return write(request, merged, RevisionBody.EMPTY);
    var only = merged.isEmpty() ? "nothing" : "only '" + merged.get(0) + "'";
    var message = String.join(" ", request.heads()) + " stands for " + only + ": nothing to merge";
    throw new MdbException(
        Problem.of(Category.GRAPH, "nothing-to-merge", message)
            .help("'mdb heads' shows what could be merged"));
  }

  /** What is wrong whatever the graph holds. */
  static void checkWords(RevisionRequest request) {
    var problems = new ArrayList<Problem>();
    Names.wrongWithMessage(request.message())
        .ifPresent(why -> problems.add(usage("bad-message", "the message " + why)));
    request.id().ifPresent(id -> addWrongName("id", id, problems));
    request.labels().forEach(label -> addWrongName("label", label, problems));
    if (!problems.isEmpty()) throw new MdbException(problems);
  }

  private static void addWrongName(String kind, String name, List<Problem> problems) {
    Names.wrongWithName(name)
        .map(why -> usage("illegal-name", "the " + kind + " '" + name + "' " + why))
        .ifPresent(problems::add);
  }

  private static Problem usage(String code, String message) {
    return Problem.of(Category.USAGE, code, message);
  }

  private WrittenRevision write(
      RevisionRequest request, List<String> parentIds, RevisionBody body) {
    var config = resource.config();
    var id = request.id().orElseGet(this::freeId);
    var created = clock.instant().atZone(config.timezone());
    var folder = new TargetFolder(resource).of(request.versionPath(), parentIds);
    var file = folder.resolve(fileName(config, id, request.message(), created));
    var draft = draft(request, id, parentIds, file);
    check(draft, request.splice(), file);
    NewFile.write(file, RevisionText.of(resource, draft, body, created));
    return new WrittenRevision(file, draft);
  }

  static String fileName(ResourceConfig config, String id, String message, ZonedDateTime created) {
    var slug = Slug.of(message, config.truncateSlugLength());
    return config.fileTemplate().fileName(id, slug, created) + ProjectFiles.SCRIPT_SUFFIX;
  }

  private String freeId() {
    var id = ids.get();
    return graph.find(id).isPresent() ? freeId() : id;
  }

  private Revision draft(RevisionRequest request, String id, List<String> parentIds, Path file) {
    var dependencies =
        request.dependencies().stream().map(parents::dependency).map(Dependency::on).toList();
    return new Revision(
        id,
        parentIds,
        dependencies,
        request.labels(),
        request.message(),
        List.of(),
        new Downgrade.Present(),
        new Location(file.toString(), 0, 0));
  }

  private void check(Revision draft, boolean splice, Path file) {
    var problems = new ArrayList<Problem>();
    for (var fault : DraftCheck.faults(graph, draft, splice)) {
      problems.add(taken(fault).orElseGet(fault::problem));
    }
    if (Files.exists(file)) problems.add(NewFile.exists(file));
    if (!problems.isEmpty()) throw new MdbException(problems);
  }

  /**
   * The general words for these faults speak of two scripts; here there is one, and an argument.
   */
  private Optional<Problem> taken(GraphFault fault) {
    if (fault instanceof GraphFault.DuplicateId duplicate) return taken("id", duplicate.id());
    if (fault instanceof GraphFault.DuplicateLabel twin) return taken("label", twin.label());
    if (fault instanceof GraphFault.LabelIsId clash) return taken("label", clash.label());
    return Optional.empty();
  }

  private Optional<Problem> taken(String kind, String name) {
    return graph
        .find(name)
        .map(
            owner ->
                Problem.of(
                        Category.GRAPH,
                        "taken-name",
                        "the " + kind + " '" + name + "' is taken by " + owner.source().file())
                    .inRevision(owner.id())
                    .help("ids and labels share one namespace: choose another"));
  }
}
