package dev.mdb.migrate;

import dev.mdb.graph.AppliedSet;
import dev.mdb.graph.StampPlan;
import dev.mdb.project.RevisionScripts;
import dev.mdb.resource.Resource;
import java.util.function.Function;

/**
 * The stamp of one resource.
 *
 * @param planning makes the difference from the applied set; asked again under the lock
 */
public record StampTask(
    String name,
    Resource resource,
    RevisionScripts scripts,
    Function<AppliedSet, StampPlan> planning) {}
