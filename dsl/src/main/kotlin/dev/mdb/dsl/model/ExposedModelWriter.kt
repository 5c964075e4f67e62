package dev.mdb.dsl.model

import dev.mdb.dsl.source.ModelSourceFile
import dev.mdb.project.author.ModelWriter
import dev.mdb.schema.Catalog
import dev.mdb.schema.Dialect

/** Writes models as objects of Kotlin. */
public class ExposedModelWriter : ModelWriter {
    override fun write(
        catalog: Catalog,
        dialect: Dialect,
        packageName: String,
    ): String = ModelSourceFile(catalog, dialect).text(packageName)
}
