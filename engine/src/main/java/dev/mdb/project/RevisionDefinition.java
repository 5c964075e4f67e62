package dev.mdb.project;

import dev.mdb.graph.Revision;
import dev.mdb.operation.Block;
import dev.mdb.operation.TransactionMode;
import java.util.Optional;

/** What evaluating a script gives: its header, and its blocks, which have not run. */
public record RevisionDefinition(
    Revision header,
    TransactionMode transaction,
    Optional<Block> upgrade,
    Optional<Block> downgrade) {}
