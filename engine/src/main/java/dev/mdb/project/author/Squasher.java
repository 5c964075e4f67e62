package dev.mdb.project.author;

import dev.mdb.error.Category;
import dev.mdb.error.Location;
import dev.mdb.error.MdbException;
import dev.mdb.error.Problem;
import dev.mdb.graph.Dependency;
import dev.mdb.graph.DraftCheck;
import dev.mdb.graph.Fault;
import dev.mdb.graph.Revision;
import dev.mdb.graph.RevisionGraph;
import dev.mdb.graph.TargetRange;
import dev.mdb.project.ProjectResource;
import dev.mdb.project.ScriptEntry;
import dev.mdb.project.ScriptLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Makes one revision of a run of neighbours. Everything is checked before the first change: the
 * run, the names, the graphs of all resources that read the scripts, and that the copied blocks
 * compile. The changes come in an order in which the same command finishes what broke off:
 *
 * <ol>
 *   <li>the old scripts are copied to the archive: the project is as it was;
 *   <li>the new script appears: until the next step is over, loading tells that replaced scripts
 *       are still there;
 *   <li>the old scripts go: from now on the project is sound, since a replaced id stands for the
 *       new revision;
 *   <li>the scripts that name an old id are rewritten, one by one.
 * </ol>
 */
public final class Squasher {
  private final List<ProjectResource> resources;
  private final ProjectResource resource;
  private final Clock clock;
  private final Supplier<String> ids;

  /**
   * @param resources all of the project: others may read the scripts too, or depend on them
   * @param resource whose graph the range is about
   * @param ids for a revision that is given none
   */
  public Squasher(
      List<ProjectResource> resources,
      ProjectResource resource,
      Clock clock,
      Supplier<String> ids) {
    this.resources = List.copyOf(resources);
    this.resource = resource;
    this.clock = clock;
    this.ids = ids;
  }

  /**
   * @throws MdbException with what speaks against it; nothing is changed then
   */
  public SquashedRevision squash(SquashRequest request) {
    var prepared = prepare(request);
    prepared.changes().forEach(FileChange::apply);
    return prepared.report();
  }

  /** What will be done, and what will be told of it. */
  record Prepared(SquashedRevision report, List<FileChange> changes) {}

  Prepared prepare(SquashRequest request) {
    var range = TargetRange.parse(request.range());
    return BegunSquash.find(resource, range)
        .map(begun -> goOn(begun, request))
        .orElseGet(() -> begin(range, request));
  }

  private Prepared goOn(BegunSquash begun, SquashRequest request) {
    return prepared(begun.squashed(), begun.leftOver(), request, Optional.empty());
  }

  private Prepared begin(TargetRange range, SquashRequest request) {
    var graph = resource.soundGraph();
    var run = SquashRun.of(graph, range);
    var old = run.ids().stream().map(id -> resource.scripts().entry(id).orElseThrow()).toList();
    var folder = commonFolder(old);
    var scripts = old.stream().map(ExactScript::read).toList();
    var header = header(graph, run, request);
    var created = clock.instant().atZone(resource.config().timezone());
    var name = RevisionAuthor.fileName(resource.config(), header.id(), header.message(), created);
    var file = folder.resolve(name);
    var draft = header.from(new Location(file.toString(), 0, 0));
    check(graph, draft, file);
    var text = SquashedText.of(draft, scripts, created);
    checkText(draft, file, text);
    var entry =
        new ScriptEntry(
            file.getParent(), file.getFileName().toString(), ScriptLayout.hash(text), draft);
    return prepared(entry, old, request, Optional.of(new FileChange.Create(file, text)));
  }

  private static Path commonFolder(List<ScriptEntry> scripts) {
    var folder = scripts.get(0).path().getParent();
    for (var script : scripts) {
      if (script.path().getParent().equals(folder)) continue;
      var message =
          "'%s' and '%s' are in different folders, where the data files beside them are different"
              .formatted(scripts.get(0).id(), script.id());
      throw new MdbException(
          Problem.of(Category.GRAPH, "several-folders", message)
              .at(script.header().source())
              .inRevision(script.id())
              .help("squash the scripts of one folder at a time"));
    }
    return folder;
  }

  private Revision header(RevisionGraph graph, SquashRun run, SquashRequest request) {
    var message = request.message().orElseGet(() -> "Squash " + String.join(", ", run.ids()));
    RevisionAuthor.checkWords(words(request, message));
    return new Revision(
        request.id().orElseGet(() -> freeId(graph)),
        run.first().parents(),
        dependencies(graph, run),
        run.oldestFirst().stream().flatMap(each -> each.labels().stream()).toList(),
        message,
        run.ids(),
        SquashedDowngrade.of(run.oldestFirst()),
        run.first().source());
  }

  private static RevisionRequest words(SquashRequest request, String message) {
    return new RevisionRequest(
        message, request.id(), List.of(), true, List.of(), List.of(), Optional.empty());
  }

  private String freeId(RevisionGraph graph) {
    var id = ids.get();
    return graph.find(id).isPresent() ? freeId(graph) : id;
  }

  /** All that any of them needs from outside of the run. */
  private static List<Dependency> dependencies(RevisionGraph graph, SquashRun run) {
    var found = new LinkedHashSet<Dependency>();
    run.oldestFirst().forEach(each -> found.addAll(each.dependencies()));
    found.removeIf(each -> each.resource().isEmpty() && isInside(graph, run, each.name()));
    return List.copyOf(found);
  }

  private static boolean isInside(RevisionGraph graph, SquashRun run, String name) {
    return graph.find(name).filter(run.oldestFirst()::contains).isPresent();
  }

  private static void check(RevisionGraph graph, Revision draft, Path file) {
    var problems = new ArrayList<Problem>();
    DraftCheck.faults(graph, byIds(graph, draft), true).stream()
        .map(Fault::problem)
        .forEach(problems::add);
    if (Files.exists(file)) problems.add(NewFile.exists(file));
    if (!problems.isEmpty()) throw new MdbException(problems);
  }

  /** The check compares ids, and a parent may be written as a label. */
  private static Revision byIds(RevisionGraph graph, Revision draft) {
    return new Revision(
        draft.id(),
        draft.parents().stream().map(name -> graph.find(name).orElseThrow().id()).toList(),
        draft.dependencies(),
        draft.labels(),
        draft.message(),
        draft.replaces(),
        draft.downgrade(),
        draft.source());
  }

  private void checkText(Revision draft, Path file, String text) {
    var read = ScriptLayout.of(text, file.toString()).header();
    if (!read.from(draft.source()).equals(draft)) {
      var message = "internal error: the squashed header would read " + read;
      throw new MdbException(Problem.of(Category.FAILED, "header-misread", message));
    }
    var problems = resource.scripts().tryCompile(file, text);
    if (!problems.isEmpty()) {
      throw new MdbException(problems.stream().map(Squasher::notTogether).toList());
    }
  }

  private static Problem notTogether(Problem problem) {
    if (problem.category() != Category.GRAPH) return problem;
    var message = "the blocks do not compile when they stand in one script: " + problem.message();
    return Problem.of(Category.GRAPH, "not-together", message)
        .help("squash a shorter run, or see whether 'mdb verify' finds a fault in the old scripts");
  }

  private Prepared prepared(
      ScriptEntry squashed,
      List<ScriptEntry> old,
      SquashRequest request,
      Optional<FileChange.Create> create) {
    var homes = homes(squashed, old);
    var redirects = redirects(squashed, old, homes);
    requireSound(squashed, old, redirects, homes, create.isPresent());
    var removed = old.stream().map(ScriptEntry::path).toList();
    var archive = Archive.of(request.oldScripts(), location(squashed.path()), resources);
    var changes = new ArrayList<FileChange>(archive.copies(removed));
    create.ifPresent(changes::add);
    removed.forEach(script -> changes.add(new FileChange.Remove(script)));
    redirects
        .redirects()
        .forEach(each -> changes.add(new FileChange.Rewrite(each.script(), each.text())));
    var report =
        new SquashedRevision(
            squashed.path(),
            squashed.header(),
            create.isEmpty(),
            removed,
            archive.folder(),
            redirects.redirects().stream().map(each -> each.script().entry().path()).toList(),
            redirects.leftAlone());
    return new Prepared(report, changes);
  }

  private Path location(Path script) {
    return resource.config().locations().stream()
        .filter(script::startsWith)
        .findFirst()
        .orElseThrow();
  }

  /** The resources that read the scripts of the run. */
  private List<ProjectResource> homes(ScriptEntry squashed, List<ScriptEntry> old) {
    var known = old.isEmpty() ? squashed : old.get(0);
    return resources.stream().filter(each -> AppliedPlaces.reads(each, known)).toList();
  }

  private Redirects redirects(
      ScriptEntry squashed, List<ScriptEntry> old, List<ProjectResource> homes) {
    var names = homes.stream().map(ProjectResource::name).collect(Collectors.toSet());
    var redirects = new Redirects(squashed.header(), names);
    Set<Path> without = old.stream().map(ScriptEntry::path).collect(Collectors.toSet());
    resources.forEach(each -> redirects.search(each, without));
    return redirects;
  }

  private static void requireSound(
      ScriptEntry squashed,
      List<ScriptEntry> old,
      Redirects redirects,
      List<ProjectResource> homes,
      boolean isNew) {
    var headers = new NewHeaders();
    if (isNew) headers.add(squashed);
    old.forEach(headers::remove);
    redirects.redirects().forEach(each -> headers.change(each.script().entry(), each.header()));
    headers.requireSound(homes);
  }
}
