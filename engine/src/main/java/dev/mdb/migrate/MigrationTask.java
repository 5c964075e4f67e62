package dev.mdb.migrate;

import dev.mdb.graph.RevisionGraph;
import dev.mdb.project.RevisionScripts;
import dev.mdb.resource.Resource;

/**
 * What one resource shall go through.
 *
 * @param name of the resource
 */
public record MigrationTask(
    String name,
    Resource resource,
    RevisionScripts scripts,
    RevisionGraph graph,
    Planning planning) {}
