package dev.mdb.project.author;

import dev.mdb.schema.diff.CatalogDiff;
import java.util.Optional;

/**
 * What came of comparing models and database.
 *
 * @param written empty when they do not differ
 */
public record GeneratedRevision(CatalogDiff diff, Optional<WrittenRevision> written) {}
