package dev.mdb.migrate;

import dev.mdb.graph.AppliedSet;
import dev.mdb.graph.Plan;
import dev.mdb.graph.RevisionGraph;
import dev.mdb.project.RevisionScripts;
import dev.mdb.resource.Resource;
import java.util.function.Function;

/**
 * What one resource shall go through.
 *
 * @param name of the resource
 * @param planning makes the plan from the applied set; asked again when the state changed while
 *     waiting for the lock
 */
public record MigrationTask(
    String name,
    Resource resource,
    RevisionScripts scripts,
    RevisionGraph graph,
    Function<AppliedSet, Plan> planning) {}
