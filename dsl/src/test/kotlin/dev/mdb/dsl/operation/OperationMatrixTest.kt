package dev.mdb.dsl.operation

import dev.mdb.dsl.OperationScope
import dev.mdb.dsl.SqlBlock
import dev.mdb.dsl.schema.shape
import dev.mdb.error.MdbException
import dev.mdb.resource.Access
import dev.mdb.resource.Kind
import dev.mdb.resource.Session
import dev.mdb.resource.TestResource
import dev.mdb.resource.withResource
import dev.mdb.schema.Catalog
import dev.mdb.schema.Dialect
import dev.mdb.testing.CatalogDump
import io.kotest.assertions.assertSoftly
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.assertions.withClue
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldContain
import org.jetbrains.exposed.v1.core.Table
import java.nio.file.Path
import kotlin.io.path.createDirectories
import kotlin.io.path.readText
import kotlin.io.path.writeText

private fun Session.dump() = CatalogDump.of(catalog().read(emptyList()))

/** What the engine would show if just these tables were there. */
private fun Session.asked(tables: List<Table>, dialect: Dialect): Map<String, String> {
    val shapes = tables.map { it.shape(dialect) }
    val asked = catalog().normalise(Catalog(shapes, emptyList(), emptyList(), emptyList(), emptyList()))
    return asked.tables().associate { it.name() to CatalogDump.of(it) }
}

private class Trial(private val case: OperationCase, private val session: Session, kind: String, folder: Path) {
    private val dialect = session.dialect().orElseThrow()
    private val scope = OperationScope(SqlBlock(session, kind, folder))

    fun run() {
        val refusal = case.refused[dialect]
        if (refusal != null) refused(refusal) else done()
    }

    private fun prepare(): String {
        case.before.forEach(scope::createTable)
        case.setUp(scope)
        return session.dump()
    }

    private fun refused(message: String) {
        val before = runCatching(::prepare).getOrElse { failure -> return check(failure, message) }
        check(shouldThrow<MdbException> { case.upgrade(scope) }, message)
        session.dump() shouldBe before
    }

    /** What there is to be changed may be refused already. */
    private fun check(failure: Throwable, message: String) {
        failure.message.orEmpty() shouldContain message
    }

    private fun done() {
        val before = prepare()
        case.upgrade(scope)
        val now = session.catalog().read(emptyList())
        val asked = session.asked(case.after, dialect)
        for (table in case.after) CatalogDump.of(now.table(table.tableName).orElseThrow()) shouldBe asked[table.tableName]
        case.sees?.let { sees -> withClue(CatalogDump.of(now)) { scope.sees(now) shouldBe true } }
        case.downgrade(scope)
        session.dump() shouldBe before
    }
}

private fun TestResource.trial(case: OperationCase) {
    resource.connect(Access.WRITE).use { Trial(case, it, resource.kind(), folder).run() }
}

class OperationMatrixTest :
    FunSpec({
        for (case in operationCases) {
            test("${case.name}: as asked on every engine, and gone when it is taken back") {
                assertSoftly { Kind.relational.forEach { kind -> withResource(kind) { trial(case) } } }
            }
        }
    })

private val golden = Path.of("src/test/resources/dev/mdb/dsl/operation")

/** `-Dgolden=write` writes the texts anew; look at the difference before you commit it. */
class OperationTextsTest :
    FunSpec({
        for (dialect in Dialect.entries) {
            test("the texts of ${dialect.title()} are those of the golden file") {
                val texts = operationCases.joinToString("\n") { OperationTexts(it, dialect).all() }
                val file = golden.resolve("operations-${dialect.name.lowercase()}.sql")
                if (System.getProperty("golden") == "write") {
                    golden.createDirectories()
                    file.writeText(texts)
                }
                texts shouldBe file.readText()
            }
        }
    })
