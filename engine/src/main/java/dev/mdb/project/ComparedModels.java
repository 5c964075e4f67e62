package dev.mdb.project;

import dev.mdb.schema.Dialect;
import dev.mdb.schema.diff.CatalogDiff;

/** What a comparison of models and database found, in the words of the database. */
public record ComparedModels(Dialect dialect, CatalogDiff diff) {}
