package dev.mdb.dsl.model

import dev.mdb.dsl.PgEnum
import dev.mdb.dsl.operation.Rendering
import dev.mdb.dsl.schema.sequenceShapes
import dev.mdb.dsl.schema.shape
import dev.mdb.error.Category
import dev.mdb.error.MdbException
import dev.mdb.error.Problem
import dev.mdb.project.ModelClasses
import dev.mdb.project.ModelSource
import dev.mdb.schema.Catalog
import dev.mdb.schema.Dialect
import dev.mdb.schema.EnumType
import org.jetbrains.exposed.v1.core.Sequence
import org.jetbrains.exposed.v1.core.Table

/** Models are Exposed's tables and sequences, and enum types of PostgreSQL. */
public class ExposedModels : ModelSource {
    override fun read(classes: ModelClasses, dialect: Dialect): Catalog {
        val found = ModelObjects(classes)
        // Some builders ask for the dialect. To ask a foreign key for its actions is another matter: in a dialect, it makes some up.
        val (models, sequences, enums) = Rendering.inDialect(dialect) { Triple(tables(found), sequences(found), enums(found)) }
        found.check()
        checkOnce(models)
        val named = sequences.map { it.shape() } + models.flatMap { it.sequenceShapes(dialect) }
        return Catalog(
            models.map { it.shape(dialect) }.sortedBy { it.name() },
            named.distinct().sortedBy { it.name() },
            if (dialect ==
                Dialect.POSTGRESQL
            ) {
                enums.map { EnumType(it.name, it.values) }.distinct().sortedBy { it.name() }
            } else {
                emptyList()
            },
            emptyList(),
            emptyList(),
        )
    }

    private fun tables(found: ModelObjects) = found.objects(Table::class.java)

    private fun sequences(found: ModelObjects) = found.objects(Sequence::class.java) + found.values(Sequence::class.java)

    private fun enums(found: ModelObjects) = found.objects(PgEnum::class.java) + found.values(PgEnum::class.java)

    private fun checkOnce(models: List<Table>) {
        val problems =
            models.groupBy { it.tableName }.filterValues { it.size > 1 }.map { (name, same) ->
                val objects = same.map { it.javaClass.name }.sorted().joinToString(" and ")
                Problem
                    .of(Category.GRAPH, "duplicate-model", "several models describe the table '$name': $objects")
                    .help("leave one of them; make the other private, or let it stand outside of the models")
            }
        if (problems.isNotEmpty()) throw MdbException(problems)
    }
}
