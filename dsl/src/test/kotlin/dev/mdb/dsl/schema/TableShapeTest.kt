package dev.mdb.dsl.schema

import dev.mdb.dsl.Deferral
import dev.mdb.dsl.ModelTable
import dev.mdb.dsl.SchemaTable
import dev.mdb.dsl.TableAdditions
import dev.mdb.dsl.defaultSql
import dev.mdb.dsl.generated
import dev.mdb.dsl.identity
import dev.mdb.dsl.operation.Rendering
import dev.mdb.dsl.sqlType
import dev.mdb.error.MdbException
import dev.mdb.schema.Check
import dev.mdb.schema.Dialect
import dev.mdb.schema.ForeignKey
import dev.mdb.schema.Generated
import dev.mdb.schema.Identity
import dev.mdb.schema.Index
import dev.mdb.schema.PrimaryKey
import dev.mdb.schema.ReferenceAction
import dev.mdb.schema.UniqueKey
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.collections.shouldContainExactly
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldContain
import org.jetbrains.exposed.v1.core.ReferenceOption
import org.jetbrains.exposed.v1.core.Table
import org.jetbrains.exposed.v1.core.dao.id.IntIdTable
import org.jetbrains.exposed.v1.core.eq
import org.jetbrains.exposed.v1.core.greater
import org.jetbrains.exposed.v1.core.lowerCase
import java.util.Optional

private object Author : IntIdTable("author"), SchemaTable {
    override val additions = TableAdditions()
    val name = varchar("name", 50).uniqueIndex().comment("as printed")

    init {
        tableComment("who wrote it")
    }
}

private object Book : Table("sales.book") {
    val id = long("id").autoIncrement()
    val author = reference("author_id", Author, onDelete = ReferenceOption.CASCADE)
    val editor = reference("editor_id", Author).nullable()
    val title = varchar("title", 200, collate = "C").default("it's sales.book new")
    val size = ubyte("size")
    override val primaryKey = PrimaryKey(id, name = "book_key")

    init {
        check("size_given") { size greater 0.toUByte() }
        index("book_new", false, title, filterCondition = { title eq "sales.book.title" })
        index("book_lower", true, functions = listOf(title.lowerCase()))
    }
}

private object Everything : ModelTable("everything") {
    val a = integer("a").identity(always = true)
    val b = integer("b").nullable().generated("a * 2", stored = false)
    val c = sqlType("c", "tsvector").nullable()
    val d = text("d").defaultSql("upper('x')")
    val e = text("e").default("x").withDefinition("COMMENT 'it''s'")
    val f = integer("f").references("other", "id", deferrable = Deferral.INITIALLY_DEFERRED)

    override val primaryKey = PrimaryKey(a, b)

    init {
        check("a_positive", "a > 0")
        uniqueKey(a, c)
        index(where = "a > 1", using = "gin", include = listOf("d")) {
            expression("lower(d)")
            column(b, descending = true)
        }
        foreignKey("a", "b", references = "pair", columns = listOf("x", "y"), onUpdate = ReferenceOption.RESTRICT)
    }
}

class TableShapeTest :
    FunSpec({
        test("whole numbers of every size count rows; another type is refused by the name of its column") {
            val numbers =
                Dialect.entries.associateWith { dialect ->
                    ModelTable("t")
                        .apply { short("n").autoIncrement() }
                        .shape(dialect)
                        .columns()
                        .single()
                }
            numbers.values.map { it.identity() }.toSet() shouldBe setOf(Identity.AUTO_INCREMENT)
            numbers.map { (dialect, column) -> dialect to column.type() } shouldContainExactly
                listOf(
                    Dialect.POSTGRESQL to "SMALLINT",
                    Dialect.MYSQL to "SMALLINT",
                    Dialect.MARIADB to "SMALLINT",
                    Dialect.SQLITE to "INTEGER",
                )
            ModelTable("t")
                .apply { short("n").autoIncrement("counter") }
                .shape(Dialect.POSTGRESQL)
                .columns()
                .single()
                .identity() shouldBe Identity.NONE

            val words = ModelTable("t").apply { varchar("word", 5).autoIncrement() }
            for (dialect in Dialect.entries) {
                val problem = shouldThrow<MdbException> { words.shape(dialect) }.problems().single()
                problem.message() shouldBe "column t.word: autoIncrement() does not go with the type VARCHAR(5)"
                problem.help().get() shouldContain "long(\"word\").autoIncrement()"
            }
        }

        test("columns have the dialect's types; rows that number themselves are told apart from their type") {
            for ((dialect, types) in mapOf(
                Dialect.POSTGRESQL to listOf("BIGINT", "INT", "INT", "VARCHAR(200)", "SMALLINT"),
                Dialect.MYSQL to listOf("BIGINT", "INT", "INT", "VARCHAR(200)", "TINYINT UNSIGNED"),
                Dialect.SQLITE to listOf("INTEGER", "INT", "INT", "VARCHAR(200)", "SMALLINT"),
            )) {
                val book = Book.shape(dialect)
                book.columns().map { it.type() } shouldContainExactly types
                book.columns().map { it.identity() } shouldBe listOf(Identity.AUTO_INCREMENT) + List(4) { Identity.NONE }
                book.columns().map { it.nullable() } shouldBe listOf(false, false, true, false, false)
                book.columns()[3].defaultValue() shouldBe Optional.of("'it''s sales.book new'")
                book.columns()[3].collation() shouldBe Optional.of("C")
            }
        }

        test("keys keep their own name, else have none; foreign keys have no action that nobody asked for") {
            for (dialect in Dialect.entries) {
                val book = Book.shape(dialect)
                book.name() shouldBe "sales.book"
                Rendering.inDialect(dialect) { Book.shape(dialect) } shouldBe book
                book.primaryKey() shouldBe Optional.of(PrimaryKey(Optional.of("book_key"), listOf("id")))
                Author.shape(dialect).primaryKey() shouldBe Optional.of(PrimaryKey(Optional.empty(), listOf("id")))
                book.foreignKeys().map { listOf(it.name().get(), it.table(), it.onDelete(), it.onUpdate()) } shouldBe
                    listOf(
                        listOf("fk_book_author_id__id", "author", ReferenceAction.CASCADE, ReferenceAction.NO_ACTION),
                        listOf("fk_book_editor_id__id", "author", ReferenceAction.NO_ACTION, ReferenceAction.NO_ACTION),
                    )
            }
        }

        test("a plain unique index is a constraint, but on SQLite; comments come along") {
            val author = Author.shape(Dialect.POSTGRESQL)
            author.uniqueKeys() shouldBe listOf(UniqueKey(Optional.of("author_name_unique"), listOf("name")))
            author.indexes() shouldBe emptyList()
            author.comment() shouldBe Optional.of("who wrote it")
            author.column("name").get().comment() shouldBe Optional.of("as printed")
            val onSqlite = Author.shape(Dialect.SQLITE)
            onSqlite.uniqueKeys() shouldBe emptyList()
            onSqlite.indexes().single().name() shouldBe "author_name_unique"
        }

        test("indexes have conditions and functions without the table's name, whose text in a string stays") {
            val indexes = Book.shape(Dialect.POSTGRESQL).indexes()
            indexes[0].predicate() shouldBe Optional.of("title = 'sales.book.title'")
            indexes[1].parts() shouldBe listOf(Index.Part("LOWER(title)", true, false, ""))
            indexes[1].unique() shouldBe true
        }

        test("checks that were asked for, and those that make a type unsigned") {
            Book
                .shape(Dialect.SQLITE)
                .checks()
                .map { it.name().get() }
                .filterNot { "unsigned" in it } shouldBe listOf("size_given")
            Author.shape(Dialect.SQLITE).checks() shouldBe emptyList()
        }

        test("what Exposed cannot say") {
            val table = Everything.shape(Dialect.POSTGRESQL)
            table.column("a").get().identity() shouldBe Identity.ALWAYS
            table.column("b").get().generated() shouldBe Optional.of(Generated("a * 2", false))
            table.column("c").get().type() shouldBe "tsvector"
            table.column("d").get().defaultValue() shouldBe Optional.of("upper('x')")
            table.column("e").get().comment() shouldBe Optional.of("it's")
            table.column("e").get().type() shouldBe "TEXT"
            table.checks() shouldBe listOf(Check(Optional.of("a_positive"), "a > 0"))
            table.uniqueKeys() shouldBe listOf(UniqueKey(Optional.of("everything_a_c_unique"), listOf("a", "c")))
            table.indexes() shouldBe
                listOf(
                    Index(
                        "everything_lower_b",
                        false,
                        listOf(Index.Part("lower(d)", true, false, ""), Index.Part("b", false, true, "")),
                        Optional.of("gin"),
                        Optional.of("a > 1"),
                        listOf("d"),
                    ),
                )
            table.foreignKeys().map { it.deferral() } shouldBe
                listOf(ForeignKey.Deferral.INITIALLY_DEFERRED, ForeignKey.Deferral.NOT_DEFERRABLE)
            table.foreignKeys()[1].onUpdate() shouldBe ReferenceAction.RESTRICT
        }

        test("rows number themselves on every engine") {
            Everything
                .shape(Dialect.MARIADB)
                .column("a")
                .get()
                .identity() shouldBe Identity.AUTO_INCREMENT
        }
    })
