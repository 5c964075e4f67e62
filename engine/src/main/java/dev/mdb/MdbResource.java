package dev.mdb;

import dev.mdb.error.MdbException;
import dev.mdb.error.Problem;
import dev.mdb.graph.AppliedSet;
import dev.mdb.graph.Plan;
import dev.mdb.graph.Planner;
import dev.mdb.graph.Revision;
import dev.mdb.graph.RevisionGraph;
import dev.mdb.graph.StampPlan;
import dev.mdb.graph.Target;
import dev.mdb.migrate.AppliedSets;
import dev.mdb.migrate.MigrationFailed;
import dev.mdb.migrate.ResourceStatus;
import dev.mdb.migrate.RunReport;
import dev.mdb.migrate.StampTask;
import dev.mdb.migrate.Verification;
import dev.mdb.project.ProjectResource;
import dev.mdb.resource.AppliedRevision;
import java.util.List;
import java.util.stream.Stream;

/** One resource of a project; of use as long as its {@link Mdb} is open. */
public final class MdbResource {
  private final ProjectResource resource;
  private final Mdb mdb;

  MdbResource(ProjectResource resource, Mdb mdb) {
    this.resource = resource;
    this.mdb = mdb;
  }

  public String name() {
    return resource.name();
  }

  /**
   * Applies everything up to the targets.
   *
   * @param targets {@code heads}, {@code head}, {@code LABEL@head}, an id, {@code +1}, …
   * @throws MigrationFailed when a step failed, with the report of what had been done by then
   */
  public RunReport upgrade(String... targets) {
    return mdb.exclusively(() -> mdb.upgrade(List.of(name()), targets));
  }

  /**
   * Takes back what stands on the target.
   *
   * @param target the revision that stays, {@code base}, {@code LABEL@base}, {@code -1}, …
   * @throws MigrationFailed when a step failed, with the report of what had been done by then
   * @throws MdbException when that would reach other branches
   */
  public RunReport downgrade(String target) {
    return downgrade(target, false);
  }

  /**
   * @param cascade take back what stands on the target on other branches too
   * @see #downgrade(String)
   */
  public RunReport downgrade(String target, boolean cascade) {
    return mdb.exclusively(() -> mdb.downgrade(List.of(name()), target, cascade));
  }

  /** What {@link #upgrade} would run here, and why. Compiles nothing and changes nothing. */
  public Plan plan(String... targets) {
    return mdb.exclusively(() -> planner().upgrade(Mdb.parse(targets), readApplied()));
  }

  /** What {@link #downgrade(String, boolean)} would run here. Changes nothing. */
  public Plan planDowngrade(String target, boolean cascade) {
    return mdb.exclusively(() -> planner().downgrade(Target.parse(target), readApplied(), cascade));
  }

  /**
   * Sets what counts as applied, without running anything.
   *
   * @return what was added and removed for it
   */
  public StampPlan stamp(String... targets) {
    return mdb.exclusively(
        () -> mdb.runs().stamp(resource, StampTask.of(resource, Mdb.parse(targets), false)));
  }

  /** Never fails: what stands in the way is among its values. */
  public ResourceStatus status() {
    return mdb.exclusively(() -> ResourceStatus.of(resource));
  }

  /** Ids of the current heads. */
  public List<String> current() {
    return mdb.exclusively(() -> resource.soundGraph().currentHeads(readApplied()));
  }

  /** What is not applied, in load order. */
  public List<Revision> pending() {
    return mdb.exclusively(() -> resource.soundGraph().pending(readApplied()));
  }

  /** What the database remembers, in the order it was applied. */
  public List<AppliedRevision> applied() {
    return mdb.exclusively(resource::readApplied);
  }

  /** The revisions of the scripts; asks no database. */
  public RevisionGraph graph() {
    return mdb.exclusively(resource::soundGraph);
  }

  /**
   * Do all scripts compile, is their graph sound, are applied scripts as they were?
   *
   * @return what is wrong; empty when nothing is
   */
  public List<Problem> verify() {
    return mdb.exclusively(
        () ->
            Stream.of(Verification.scripts(resource), Verification.changed(resource))
                .flatMap(List::stream)
                .toList());
  }

  private Planner planner() {
    return new Planner(resource.soundGraph());
  }

  private AppliedSet readApplied() {
    return AppliedSets.of(resource.readApplied());
  }

  @Override
  public String toString() {
    return name();
  }
}
