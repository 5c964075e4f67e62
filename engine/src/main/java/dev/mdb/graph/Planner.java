package dev.mdb.graph;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Predicate;

/**
 * Turns requests into plans. Pure: the same graph, request and applied set give the same plan.
 * Every method throws {@link GraphException} with a {@link TargetFault} or a {@link PlanFault}, and
 * nothing else.
 */
public final class Planner {
  private final RevisionGraph graph;

  public Planner(RevisionGraph graph) {
    this.graph = graph;
  }

  /** Everything up to the targets that is not applied, what the targets depend on included. */
  public Plan upgrade(List<Target> targets, AppliedSet applied) {
    var view = new AppliedView(graph, applied);
    var tips = new BitSet();
    for (var target : targets) tips.or(land(target, Direction.UPGRADE, view).revisions());
    var todo = graph.all().below(tips);
    todo.andNot(view.known());
    new Objections(graph, view).toUpgrade(todo);
    var steps = upgradeSteps(tips, PlanOrder.newestFirst(graph, tips, todo));
    return plan(Direction.UPGRADE, steps, applied.with(graph.ids(todo)));
  }

  /**
   * What stands on the target by parent edges, with all that stands on that by either edge.
   *
   * @param cascade may it take revisions outside the branch that the target names?
   */
  public Plan downgrade(Target target, AppliedSet applied, boolean cascade) {
    var view = new AppliedView(graph, applied);
    var landing = land(target, Direction.DOWNGRADE, view);
    var roots = landing.roots();
    var drop = graph.all().above(roots);
    drop.and(view.known());
    int[] order = PlanOrder.newestFirst(graph, view.knownHeads(), drop);
    new Objections(graph, view).toDowngrade(target, landing, order, cascade);
    var steps = downgradeSteps(graph.line().above(roots), order);
    return plan(Direction.DOWNGRADE, steps, applied.without(namesOf(drop)));
  }

  /**
   * Sets the applied set without running anything: what is below the targets becomes applied, what
   * is above them in their lineages becomes unapplied with its dependents, other lines stay.
   *
   * @param purge start from an empty set: what stays is recorded anew, with its script of today
   */
  public StampPlan stamp(List<Target> targets, AppliedSet applied, boolean purge) {
    var resolver = new TargetResolver(graph, applied);
    var below = new BitSet();
    var roots = new BitSet();
    for (var target : targets) {
      var landing = resolver.land(target);
      below.or(landing.revisions());
      roots.or(landing.roots());
    }
    var kept =
        purge ? applied.without(applied.ids()) : applied.without(namesOf(graph.all().above(roots)));
    var wanted = graph.all().below(below);
    wanted.andNot(new AppliedView(graph, kept).known());
    return stampPlan(applied, kept.with(graph.ids(wanted)), purge);
  }

  /**
   * The revisions of a range for display, newest first, both ends included. Without a first end it
   * starts below everything, without a last one it goes to the heads (of the branch that the first
   * end names, if it does).
   */
  public List<Revision> between(TargetRange range, AppliedSet applied) {
    return new RangeSearch(graph, new TargetResolver(graph, applied)).between(range);
  }

  /**
   * Plans for a resource that stands at the range's first end ({@code base} if none); for offline
   * SQL.
   */
  public Plan upgrade(TargetRange range) {
    var from = range.from().orElse(Target.base());
    var to = range.to().orElse(Target.heads());
    var plan = upgrade(List.of(to), appliedAt(from));
    if (plan.isEmpty()) requireSamePlace(range, from, to);
    return plan;
  }

  /**
   * Plans for a resource that stands at the range's first end ({@code heads} if none); for offline
   * SQL.
   */
  public Plan downgrade(TargetRange range, boolean cascade) {
    var from = range.from().orElse(Target.heads());
    return downgrade(range.to().orElse(Target.base()), appliedAt(from), cascade);
  }

  /**
   * Stamps a resource that stands at the range's first end ({@code base} if none); for offline SQL.
   */
  public StampPlan stamp(TargetRange range) {
    var from = range.from().orElse(Target.base());
    return stamp(List.of(range.to().orElse(Target.heads())), appliedAt(from), false);
  }

  /** The applied set of a resource that stands at a target: that and everything below it. */
  public AppliedSet appliedAt(Target target) {
    var landing = new TargetResolver(graph, AppliedSet.nothing()).land(target);
    return AppliedSet.of(graph.ids(graph.all().below(landing.revisions())));
  }

  /** The applied set of a resource that stands at several places; none = nothing is applied. */
  public AppliedSet appliedAt(List<Target> targets) {
    return targets.stream()
        .map(this::appliedAt)
        .reduce(AppliedSet.nothing(), (all, more) -> all.with(more.ids()));
  }

  private void requireSamePlace(TargetRange range, Target from, Target to) {
    var start = appliedAt(from);
    var end = new TargetResolver(graph, start).land(to).revisions();
    if (graph.currentHeads(start).equals(graph.ids(end))) return;
    throw new GraphException(
        new PlanFault.RangeNotOrdered(range.toString(), graph.currentHeads(start)));
  }

  private Landing land(Target target, Direction command, AppliedView view) {
    var walksAway = target.walk().filter(walk -> walk.direction() != command).isPresent();
    if (target.symbol() instanceof Symbol.Omitted && walksAway) {
      throw new GraphException(new TargetFault.WrongDirection(target.toString(), command));
    }
    return new TargetResolver(graph, view).land(target);
  }

  private List<Step> upgradeSteps(BitSet tips, int[] newestFirst) {
    var ancestors = graph.line().below(tips);
    var steps = new ArrayList<Step>(newestFirst.length);
    for (int k = newestFirst.length - 1; k >= 0; k--) {
      int i = newestFirst[k];
      var why =
          tips.get(i) ? Reason.TARGET : ancestors.get(i) ? Reason.ANCESTOR : Reason.DEPENDENCY;
      steps.add(new Step(Direction.UPGRADE, graph.revision(i), why));
    }
    return steps;
  }

  private List<Step> downgradeSteps(BitSet asked, int[] newestFirst) {
    var steps = new ArrayList<Step>(newestFirst.length);
    for (int i : newestFirst) {
      var why = asked.get(i) ? Reason.TARGET : Reason.DEPENDENT;
      steps.add(new Step(Direction.DOWNGRADE, graph.revision(i), why));
    }
    return steps;
  }

  private Plan plan(Direction direction, List<Step> steps, AppliedSet after) {
    return new Plan(direction, steps, graph.currentHeads(after), after, graph.pending(after));
  }

  private StampPlan stampPlan(AppliedSet before, AppliedSet after, boolean purge) {
    var removed = new LinkedHashSet<>(difference(before, after));
    before.ids().stream().filter(id -> !after.contains(id)).forEach(removed::add);
    return new StampPlan(
        difference(after, before),
        List.copyOf(removed),
        purge ? idsWhere(id -> before.contains(id) && after.contains(id)) : List.of(),
        graph.currentHeads(after),
        after);
  }

  private List<String> difference(AppliedSet one, AppliedSet other) {
    return idsWhere(id -> one.contains(id) && !other.contains(id));
  }

  private List<String> idsWhere(Predicate<String> wanted) {
    return graph.revisions().stream().map(Revision::id).filter(wanted).toList();
  }

  /** The ids by which revisions may be recorded: their own, and those of what they replace. */
  private List<String> namesOf(BitSet revisions) {
    var names = new ArrayList<String>();
    for (var revision : graph.list(revisions)) {
      names.add(revision.id());
      names.addAll(revision.replaces());
    }
    return names;
  }
}
