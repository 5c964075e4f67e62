package dev.mdb.migrate;

import dev.mdb.graph.AppliedSet;
import dev.mdb.graph.RevisionGraph;
import dev.mdb.project.RevisionScripts;
import dev.mdb.resource.Resource;

/**
 * A run of one resource that is to become a script.
 *
 * @param resource nothing reaches it
 * @param start what the script may assume to be applied, and checks
 */
public record OfflineTask(
    String name,
    Resource resource,
    RevisionScripts scripts,
    RevisionGraph graph,
    AppliedSet start) {}
