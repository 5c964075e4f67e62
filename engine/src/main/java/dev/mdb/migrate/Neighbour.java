package dev.mdb.migrate;

import dev.mdb.graph.AppliedSet;
import dev.mdb.graph.RevisionGraph;
import java.util.function.Supplier;

/**
 * A resource of the project that a run leaves alone, and that its revisions may depend on.
 *
 * @param applied connects when it is asked
 */
public record Neighbour(String name, Supplier<RevisionGraph> graph, Supplier<AppliedSet> applied) {}
