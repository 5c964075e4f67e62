package dev.mdb.schema

import dev.mdb.schema.ForeignKey.Deferral
import dev.mdb.schema.TableChange.AddCheck
import dev.mdb.schema.TableChange.AddColumn
import dev.mdb.schema.TableChange.AddForeignKey
import dev.mdb.schema.TableChange.AddPrimaryKey
import dev.mdb.schema.TableChange.AddUnique
import dev.mdb.schema.TableChange.AlterColumn
import dev.mdb.schema.TableChange.DropCheck
import dev.mdb.schema.TableChange.DropColumn
import dev.mdb.schema.TableChange.DropForeignKey
import dev.mdb.schema.TableChange.DropPrimaryKey
import dev.mdb.schema.TableChange.DropUnique
import dev.mdb.schema.TableChange.RenameColumn
import dev.mdb.schema.TableChange.RenameConstraint
import dev.mdb.schema.TableChange.SetTableComment
import java.util.Optional
import java.util.function.Function

/**
 * Something that is done to the library.
 *
 * @property statements also the place where a refusal comes from
 */
class DdlCase(val title: String, val statements: () -> List<String>)

/** Every method of [Ddl] and every change of a table, on the [library] of the dialect. */
class DdlCases(private val dialect: Dialect) {
    private val ddl = Ddl.of(dialect)
    private val library = library(dialect)
    private val known = Function<String, Optional<Table>> { library.table(it) }
    private val unknown = Function<String, Optional<Table>> { Optional.empty() }
    private val cases = mutableListOf<DdlCase>()

    fun all(): List<DdlCase> {
        tables()
        columns()
        types()
        identities()
        keys()
        renamedConstraints()
        several()
        indexes()
        sequences()
        enums()
        schemasAndViews()
        return cases
    }

    private fun case(title: String, statements: () -> List<String>) {
        cases += DdlCase(title, statements)
    }

    private fun alter(
        title: String,
        vararg changes: TableChange,
        table: String = "item",
        current: Function<String, Optional<Table>> = known,
    ) = case(title) { ddl.alter(table, changes.asList(), current) }

    private fun alterColumn(title: String, name: String, patch: ColumnPatch, current: Function<String, Optional<Table>> = known) =
        alter(title, AlterColumn(name, patch, Optional.empty()), current = current)

    private fun tables() {
        case("drop table") { listOf(ddl.dropTable("tag", false)) }
        case("drop table if exists") { listOf(ddl.dropTable("nothing", true)) }
        case("rename table") { listOf(ddl.renameTable("tag", "label")) }
        case("create table with a key of two columns and odd names") {
            ddl.createTable(
                Table(
                    "Odd Table",
                    listOf(column("a\"b`c", "integer"), column("select", "integer"), column("Mixed", "integer", nullable = true)),
                    Optional.of(PrimaryKey(Optional.of("odd pk"), listOf("a\"b`c", "select"))),
                    emptyList(),
                    listOf(foreignKey(null, "Mixed", "item", ReferenceAction.RESTRICT, ReferenceAction.NO_ACTION)),
                    emptyList(),
                    listOf(index("Odd Index", part("Mixed"))),
                    Optional.of("odd"),
                ),
            )
        }
        alter("set the comment of a table", SetTableComment(Optional.of("it's what we sell"), Optional.empty()))
        alter("remove the comment of a table", SetTableComment(Optional.empty(), Optional.empty()), table = "author")
    }

    private fun columns() {
        alter("add column", AddColumn(column("weight", "integer", nullable = true)))
        alter(
            "add column with default and comment",
            AddColumn(column("state", "varchar(9)", default = "'new'", comment = "how it is")),
        )
        alter("add column with an expression as default", AddColumn(column("state", "varchar(40)", default = "lower('NEW')")))
        alter(
            "add column that refers",
            AddColumn(column("tagged_by", "integer", true)),
            AddForeignKey(foreignKey("item_tagger", "tagged_by", "author")),
        )
        alter(
            "add generated column, stored",
            AddColumn(column("half", "numeric(8,2)", true, generated = Generated("price / 2", true))),
        )
        alter(
            "add generated column, computed when read",
            AddColumn(column("half", "numeric(8,2)", true, generated = Generated("price / 2", false))),
        )
        alter("drop column", DropColumn("note", Optional.empty()))
        alter("rename column", RenameColumn("title", "name"))
        alterColumn("make nullable", "title", patch(nullable = true))
        alterColumn("make not null", "author_id", patch(nullable = false))
        alterColumn("set default", "title", patch(default = Optional.of("'x'")))
        alterColumn("drop default", "title", patch(default = Optional.empty()))
        alterColumn("set comment of a column", "title", patch(comment = Optional.of("back\\slash")))
        alterColumn("make a generated column a plain one", "doubled", patch(generated = Optional.empty()))
        alterColumn(
            "make a plain column generated",
            "code",
            patch(generated = Optional.of(Generated("title", true)), default = Optional.empty()),
        )
        alterColumn("alter nothing but what is so already", "title", patch(type = "varchar(200)", nullable = false))
        alterColumn("alter a column of an unknown table", "title", patch(nullable = true), unknown)
        alterColumn(
            "write a whole column of an unknown table",
            "note",
            ColumnPatch.to(column("note", "varchar(30)", true, "'y'")),
            unknown,
        )
    }

    private fun types() {
        alterColumn("change type", "note", patch(type = "varchar(300)"))
        alterColumn("change type and default", "note", patch(type = "varchar(90)", default = Optional.of("'y'")))
        alterColumn("change type, drop default", "order", patch(type = "varchar(20)", default = Optional.empty()))
        alterColumn("change type with USING", "author_id", patch(type = "bigint", using = "author_id + 1"))
        alterColumn(
            "change type with USING of an unknown table",
            "author_id",
            patch(type = "bigint", using = "author_id + 1"),
            unknown,
        )
        alterColumn("change collation", "note", patch(collation = Optional.of(collation)))
        alterColumn("change collation in an unknown table", "note", patch(collation = Optional.of(collation)), unknown)
    }

    private val collation =
        when (dialect) {
            Dialect.POSTGRESQL -> "C"
            Dialect.SQLITE -> "NOCASE"
            else -> "utf8mb4_bin"
        }

    private fun identities() {
        val key = AddPrimaryKey(PrimaryKey(Optional.empty(), listOf("id")))
        alter(
            "number the rows",
            key,
            AlterColumn("id", patch(identity = Identity.AUTO_INCREMENT), Optional.empty()),
            table = "tag",
        )
        alter(
            "number the rows as identity",
            AlterColumn("id", patch(identity = Identity.ALWAYS), Optional.empty()),
            table = "tag",
        )
        alter(
            "add a column that numbers the rows",
            AddColumn(column("no", "bigint", identity = Identity.AUTO_INCREMENT)),
            numbered,
            table = "tag",
        )
        alter(
            "add an identity column",
            AddColumn(column("no", "bigint", identity = Identity.BY_DEFAULT)),
            numbered,
            table = "tag",
        )
        for (to in listOf(Identity.NONE, Identity.BY_DEFAULT)) {
            alter("numbered rows become $to", AlterColumn("id", patch(identity = to), Optional.empty()), table = "author")
        }
        alter(
            "identity to and fro",
            *listOf(Identity.BY_DEFAULT, Identity.ALWAYS, Identity.AUTO_INCREMENT, Identity.ALWAYS, Identity.NONE)
                .map { AlterColumn("id", patch(identity = it), Optional.empty()) }
                .toTypedArray(),
            table = "author",
        )
        alterColumn("identity in an unknown table", "id", patch(identity = Identity.ALWAYS), unknown)
        alter(
            "a wider type for a column that numbers",
            key,
            AlterColumn("id", patch(identity = Identity.AUTO_INCREMENT), Optional.empty()),
            AlterColumn("id", patch(type = "bigint"), Optional.empty()),
            table = "tag",
        )
    }

    private val numbered = AddUnique(UniqueKey(Optional.of("tag_no"), listOf("no")))

    private fun keys() {
        alter("add primary key", AddPrimaryKey(PrimaryKey(Optional.of("tag_pk"), listOf("id", "name"))), table = "tag")
        alter(
            "drop primary key",
            DropPrimaryKey(Optional.of("item_pk"), Optional.empty()),
            table = "item_of_nobody",
            current = unknown,
        )
        alter(
            "drop primary key of which the name is not said",
            DropPrimaryKey(Optional.empty(), Optional.empty()),
            table = "a_table",
            current = unknown,
        )
        alter(
            "another primary key",
            AddColumn(column("n", "integer", default = "1")),
            AddPrimaryKey(PrimaryKey(Optional.empty(), listOf("id"))),
            DropPrimaryKey(Optional.empty(), Optional.empty()),
            AddPrimaryKey(PrimaryKey(Optional.empty(), listOf("id", "n"))),
            table = "tag",
        )
        alter("add unique key", AddUnique(UniqueKey(Optional.of("item_unique"), listOf("code", "order"))))
        alter("add unique key without a name", AddUnique(UniqueKey(Optional.empty(), listOf("code", "order"))))
        alter("drop unique key", DropUnique("item_title", Optional.empty()))
        alter(
            "another unique key of the same name",
            DropUnique("item_title", Optional.empty()),
            AddUnique(UniqueKey(Optional.of("item_title"), listOf("title", "id"))),
        )
        alter(
            "add foreign key",
            AddForeignKey(foreignKey("item_order", "order", "author", ReferenceAction.RESTRICT, ReferenceAction.CASCADE)),
        )
        alter("add foreign key, set default", AddForeignKey(foreignKey(null, "order", "author", ReferenceAction.SET_DEFAULT)))
        alter(
            "add foreign key, deferrable",
            AddForeignKey(foreignKey(null, "order", "author", deferral = Deferral.INITIALLY_IMMEDIATE)),
        )
        alter(
            "add foreign key, deferred",
            AddForeignKey(foreignKey(null, "order", "author", deferral = Deferral.INITIALLY_DEFERRED)),
        )
        alter("drop foreign key", DropForeignKey("item_author", Optional.empty()))
        alter(
            "another foreign key of the same name",
            DropForeignKey("item_author", Optional.empty()),
            AddForeignKey(foreignKey("item_author", "author_id", "author")),
        )
        alter("add check", AddCheck(Check(Optional.of("item_order"), "\"order\" > -5".replace("\"", quote))))
        alter("drop check", DropCheck("item_price", Optional.empty()))
        alter(
            "another check of the same name",
            DropCheck("item_price", Optional.empty()),
            AddCheck(Check(Optional.of("item_price"), "price > -1")),
        )
    }

    private val quote = if (dialect == Dialect.MYSQL || dialect == Dialect.MARIADB) "`" else "\""

    private fun renamedConstraints() {
        for (name in listOf("item_title", "item_author", "item_price")) alter("rename constraint $name", RenameConstraint(name, "renamed"))
        alter(
            "rename constraint that is not there",
            RenameConstraint("nothing", "renamed"),
            current = if (dialect == Dialect.POSTGRESQL) unknown else known,
        )
        alter("rename constraint of an unknown table", RenameConstraint("item_title", "renamed"), current = unknown)
    }

    private fun several() {
        alter(
            "changes that go together",
            DropForeignKey("item_parent", Optional.empty()),
            DropColumn("parent_id", Optional.empty()),
            AddColumn(column("a", "integer", true, comment = "the first")),
            AlterColumn("note", patch(type = "varchar(90)", nullable = false), Optional.empty()),
            AddCheck(Check(Optional.of("item_a"), "a <> 3")),
            AddUnique(UniqueKey(Optional.of("item_au"), listOf("a"))),
        )
        alter(
            "changes that need each other",
            RenameColumn("title", "name"),
            AlterColumn("name", patch(nullable = true), Optional.empty()),
            AddColumn(column("title", "integer", true)),
            AlterColumn("title", patch(comment = Optional.of("a number now")), Optional.empty()),
            DropColumn("title", Optional.empty()),
            RenameColumn("name", "title"),
        )
        alter(
            "several columns, natively everywhere",
            AddColumn(column("a", "integer", true)),
            AddColumn(column("b", "integer", default = "0")),
            RenameColumn("title", "name"),
            RenameColumn("note", "remark"),
            DropColumn("remark", Optional.empty()),
        )
        case("nothing") { ddl.alter("item", emptyList(), known) }
    }

    private fun indexes() {
        fun create(title: String, index: Index, ifNotExists: Boolean = false, concurrently: Boolean = false) =
            case("create index: $title") { ddl.createIndex("item", index, ifNotExists, concurrently) }
        create("unique", index("i", part("code"), part("order"), unique = true))
        create("descending", index("i", part("code", descending = true)))
        create("partial", index("i", part("code"), predicate = "price > 3"))
        create("expression", index("i", part("lower(title)", expression = true), part("id")))
        create("method", index("i", part("code"), method = if (dialect == Dialect.POSTGRESQL) "hash" else "btree"))
        if (dialect != Dialect.POSTGRESQL) create("fulltext", index("i", part("title"), method = "fulltext"))
        create("with other columns", index("i", part("code"), include = listOf("title", "order")))
        create("qualified", index("i", part("code", descending = true, qualifier = qualifier)))
        create("if not exists", index("i", part("code")), ifNotExists = true)
        create("concurrently", index("i", part("code")), concurrently = true)
        create("concurrently, if not exists", index("i", part("code")), ifNotExists = dialect != Dialect.MYSQL, concurrently = true)
        case("create index: in a schema") { ddl.createIndex("main.item", index("i", part("code")), false, true) }
        case("drop index") { listOf(ddl.dropIndex("item", "item_created", false, false)) }
        case("drop index if exists") { listOf(ddl.dropIndex("item", "nothing", true, false)) }
        case("drop index concurrently") { listOf(ddl.dropIndex("item", "item_created", false, true)) }
        case("drop index in a schema") { listOf(ddl.dropIndex("main.item", "item_created", false, false)) }
        case("rename index") { ddl.renameIndex("item", "item_created", "item_new", known) }
        case("rename index of an unknown table") { ddl.renameIndex("item", "item_created", "item_new", unknown) }
    }

    private val qualifier =
        when (dialect) {
            Dialect.POSTGRESQL -> "text_pattern_ops NULLS LAST"
            Dialect.SQLITE -> "COLLATE NOCASE"
            else -> "(10)"
        }

    private fun sequences() {
        val counter = Sequence("counter", Optional.empty(), 5, -1, Optional.of(-100), Optional.of(100), 1, true)
        case("create sequence") { ddl.createSequence(counter) }
        val small = Sequence("s", Optional.of("smallint"), 1, 1, Optional.empty(), Optional.empty(), 1, false)
        case("create sequence with a type") { ddl.createSequence(small) }
        for (limit in listOf(Optional.of(99L), Optional.empty())) {
            case("alter sequence, " + limit.map { "to $it" }.orElse("without limits")) {
                ddl.alterSequence(Sequence("ticket", Optional.empty(), 11, 3, Optional.empty(), limit, 1, limit.isPresent))
            }
        }
        case("drop sequence") { listOf(ddl.dropSequence("ticket")) }
        case("rename sequence") { listOf(ddl.renameSequence("ticket", "voucher")) }
    }

    private fun enums() {
        case("create enum") { listOf(ddl.createEnum(EnumType("colour", listOf("red", "it's blue")))) }
        case("add value to enum") {
            listOf(ddl.addEnumValue("mood", "bad", Optional.empty()), ddl.addEnumValue("mood", "best", Optional.of("good")))
        }
        case("rename value of enum") { listOf(ddl.renameEnumValue("mood", "it's so-so", "fair")) }
        case("drop enum") { listOf(ddl.dropEnum("mood")) }
    }

    private fun schemasAndViews() {
        case("create and drop schema") { listOf(ddl.createSchema("mdb_shop"), ddl.dropSchema("mdb_shop")) }
        case("rename table in a schema") { listOf(ddl.renameTable("main.tag", "main.label")) }
        case("rename table into another schema") { listOf(ddl.renameTable("tag", "main.tag")) }
        case("create view") { ddl.createView(View("codes", "SELECT code FROM item", false), false) }
        case("replace view") { ddl.createView(View("titles", "SELECT id, title AS label, code FROM item;\n", false), true) }
        case("drop view") { listOf(ddl.dropView("a_titles", false)) }
        case("materialised view") {
            ddl.createView(View("codes", "SELECT code FROM item", true), false) +
                ddl.createView(View("codes", "SELECT id FROM item", true), true) + ddl.dropView("codes", true)
        }
        case("a literal") { listOf("INSERT INTO tag (id, name) VALUES (1, ${ddl.literal("it's \\ here")})") }
        case("a constraint, a column, a name") {
            listOf(
                "CREATE TABLE ${ddl.name("New Table")} (\n  ${ddl.column(column("n", "integer", default = "1"))},\n  " +
                    ddl.constraint(AddCheck(Check(Optional.of("n_check"), "n > 0"))) + ",\n  " +
                    ddl.constraint(AddPrimaryKey(PrimaryKey(Optional.of("n_pk"), listOf("n")))) + "\n)",
            )
        }
    }
}
