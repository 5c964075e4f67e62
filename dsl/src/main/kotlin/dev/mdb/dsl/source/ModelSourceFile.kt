package dev.mdb.dsl.source

import dev.mdb.schema.Catalog
import dev.mdb.schema.Column
import dev.mdb.schema.Dialect
import dev.mdb.schema.EnumType
import dev.mdb.schema.ForeignKey
import dev.mdb.schema.Sequence
import dev.mdb.schema.Table

/** All tables of a catalogue as objects in one file. */
internal class ModelSourceFile(private val catalog: Catalog, private val dialect: Dialect) {
    private val source = TableSource(dialect)
    private val columns = ColumnText(dialect)
    private val objects = ObjectNames()
    private val names = catalog.tables().associate { it.name() to objects.objectOf(it.name()) }
    private val properties = catalog.tables().associate { it.name() to PropertyNames(it.columns().map(Column::name)) }
    private val references = ObjectReferences(catalog, columns)

    fun text(packageName: String): String {
        val parts = catalog.enums().map(::enum) + catalog.sequences().map(::sequence) + catalog.tables().map(::table)
        val body = parts.joinToString("\n\n")
        val packageLine = if (packageName.isEmpty()) "" else "package $packageName\n\n"
        return packageLine + imports(body).joinToString("") { "import $it\n" } + "\n$body\n"
    }

    private fun imports(body: String) =
        listOfNotNull("dev.mdb.dsl.*", "org.jetbrains.exposed.v1.core.*", JAVA_UUID.takeIf { "= javaUUID(" in body })

    private fun enum(type: EnumType): String {
        val values = arrayOf(KotlinSource.literal(type.name()), *KotlinSource.literals(type.values()))
        return SourceLines.call("val ${objects.valueOf(type.name())} = PgEnum", *values).joinToString("\n")
    }

    private fun sequence(sequence: Sequence): String =
        KotlinSource.call(
            "val ${objects.valueOf(sequence.name())} = Sequence",
            KotlinSource.literal(sequence.name()),
            KotlinSource.named("startWith", number(sequence.start(), 1)),
            KotlinSource.named("incrementBy", number(sequence.increment(), 1)),
            KotlinSource.named("minValue", sequence.minimum().map { number(it, 1) }.orElse(null)),
            KotlinSource.named("maxValue", sequence.maximum().map { number(it, Long.MAX_VALUE) }.orElse(null)),
            KotlinSource.named("cycle", "true".takeIf { sequence.cycles() }),
            KotlinSource.named("cache", number(sequence.cache(), 1)),
        )

    private fun number(value: Long, usual: Long) = "${value}L".takeIf { value != usual }

    private fun table(table: Table): String {
        val own = properties.getValue(table.name())
        val byObject = references.of(table)
        val head = "object ${names.getValue(table.name())} : " + KotlinSource.call("ModelTable", KotlinSource.literal(table.name())) + " {"
        val values = table.columns().flatMap { SourceLines.chain("val ${own.of(it.name())} = ", calls(table, it, byObject)) }
        val key = table.primaryKey().map { "override val primaryKey = " + source.primaryKey(table, it, own, "PrimaryKey") }.orElse(null)
        val rest = source.rest(table, byObject.values.toSet())
        val init = if (rest.isEmpty()) emptyList() else listOf("", "init {") + rest.map { "    $it" } + "}"
        val body = values + (if (key == null) emptyList() else listOf("", key)) + init
        return (listOf(head) + body.map { if (it.isEmpty()) it else "    $it" } + "}").joinToString("\n")
    }

    private fun calls(table: Table, column: Column, byObject: Map<String, ForeignKey>): List<String> =
        columns.calls(column, byObject[column.name()]?.let { reference(table, it) })

    private fun reference(table: Table, key: ForeignKey): String {
        val target = properties.getValue(key.table()).of(key.targetColumns().single())
        val path = if (key.table() == table.name()) target else "${names.getValue(key.table())}.$target"
        val name = source.name(table, key)?.replace("name = ", "fkName = ")
        return KotlinSource.call("references", path, *source.actions(key), name)
    }

    private companion object {
        /** Kotlin's own UUID is an experiment still, which every use would have to allow. */
        const val JAVA_UUID = "org.jetbrains.exposed.v1.core.java.javaUUID"
    }
}
