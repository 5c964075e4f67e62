package dev.mdb.project.author;

import dev.mdb.graph.Revision;
import java.nio.file.Path;

/** A script that was written, and what the graph will see of it. */
public record WrittenRevision(Path file, Revision revision) {}
