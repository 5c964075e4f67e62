package dev.mdb.schema.diff

import dev.mdb.error.MdbException
import dev.mdb.schema.Catalog
import dev.mdb.schema.ColumnPatch
import dev.mdb.schema.Dialect
import dev.mdb.schema.ForeignKey
import dev.mdb.schema.Generated
import dev.mdb.schema.Identity
import dev.mdb.schema.ReferenceAction
import dev.mdb.schema.TableChange
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.collections.shouldBeEmpty
import io.kotest.matchers.collections.shouldContainExactly
import io.kotest.matchers.collections.shouldContainExactlyInAnyOrder
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldContain
import java.util.Optional

class CatalogDiffTest :
    FunSpec({
        val postgres = DiffOptions.of(Dialect.POSTGRESQL)

        fun between(have: Catalog, want: Catalog, options: DiffOptions = postgres) = CatalogDiff.between(have, want, options)

        fun differences(have: Catalog, want: Catalog, options: DiffOptions = postgres) =
            between(
                have,
                want,
                options,
            ).differences.map { it.text }

        val id = column("id", nullable = false)
        val item = table("item", id, column("note", "text"))

        test("what is told of a column says how it changes") {
            fun told(before: dev.mdb.schema.Column, after: dev.mdb.schema.Column) =
                differences(catalog(table("item", before)), catalog(table("item", after))).single()
            told(column("n", "varchar(100)"), column("n", "varchar(300)")) shouldBe
                "changed column item.n: type varchar(100) -> varchar(300)"
            told(column("n"), column("n", nullable = false, default = "0")) shouldBe
                "changed column item.n: now not null, default none -> 0"
            told(column("n"), column("n", identity = Identity.ALWAYS)) shouldBe "changed column item.n: identity none -> always"
            told(column("n"), column("n", generated = Generated("id + 1", true))) shouldBe
                "changed column item.n: generated none -> (id + 1) stored"
            told(column("n", collation = "C"), column("n", comment = "of items")) shouldBe
                "changed column item.n: collation C -> usual, comment none -> 'of items'"
        }

        test("a change of a type says all of both columns, and how PostgreSQL makes the values") {
            val want = catalog(table("item", column("n", "integer")))
            val change = between(catalog(table("item", column("n", "varchar(9)"))), want).changes.single() as SchemaChange.ChangeTable
            val alter = change.changes.single() as TableChange.AlterColumn
            alter.patch shouldBe ColumnPatch.to(column("n", "integer")).using("n::integer")
            alter.back shouldBe Optional.of(ColumnPatch.to(column("n", "varchar(9)")))
        }

        test("keys, checks and indexes are told by name, and by what they are where they have none") {
            val have =
                catalog(
                    table("item", id, column("a"), key = primaryKey("id", name = "item_pkey"), checks = listOf(check("positive", "a > 0"))),
                )
            val want =
                catalog(
                    table(
                        "item",
                        id,
                        column("a"),
                        key = primaryKey("id", "a", name = "item_pkey"),
                        uniques = listOf(unique(null, "a")),
                        checks = listOf(check("positive", "a >= 0")),
                        foreignKeys = listOf(foreignKey("a_of_item", "a", "item", onDelete = ReferenceAction.CASCADE)),
                        indexes = listOf(index("by_a", "a", unique = true, where = "a > 1", method = "btree")),
                    ),
                )
            differences(have, want).shouldContainExactly(
                "changed primary key item.item_pkey: (id) -> (id, a)",
                "added unique key item.(a)",
                "added foreign key item.a_of_item",
                "changed check item.positive: (a > 0) -> (a >= 0)",
                "added index item.by_a",
            )
            differences(want, have).last() shouldBe "removed index item.by_a"
        }

        test("indexes differ by columns, order, uniqueness, condition and method; then the old one goes before the new one comes") {
            val plain = index("by_a", "a", "b")
            for (other in listOf(
                index("by_a", "b", "a"),
                index("by_a", "a"),
                index("by_a", "a", "b", unique = true),
                index("by_a", "a", "b", where = "a > 0"),
                index("by_a", "a", "b", method = "hash"),
            )) {
                val columns = arrayOf(column("a"), column("b"))
                val diff =
                    between(
                        catalog(table("item", *columns, indexes = listOf(plain))),
                        catalog(table("item", *columns, indexes = listOf(other))),
                    )
                diff.changes.shouldContainExactly(SchemaChange.DropIndex("item", plain), SchemaChange.CreateIndex("item", other))
                diff.differences.single().kind shouldBe "changed_index"
            }
        }

        test("foreign keys differ by where they lead, by what they do and by when they are looked at") {
            fun with(key: ForeignKey) = catalog(table("a", id, column("b_id"), foreignKeys = listOf(key)), table("b"), table("c"))
            val key = foreignKey("fk", "b_id", "b")
            for (other in listOf(
                foreignKey("fk", "b_id", "c"),
                foreignKey("fk", "b_id", "b", onDelete = ReferenceAction.SET_NULL),
                foreignKey("fk", "b_id", "b", deferral = ForeignKey.Deferral.INITIALLY_DEFERRED),
            )) {
                differences(with(key), with(other)).single().substringBefore(':') shouldBe "changed foreign key a.fk"
            }
            val restrict = with(foreignKey("fk", "b_id", "b", onDelete = ReferenceAction.RESTRICT))
            between(with(key), restrict, DiffOptions.of(Dialect.MARIADB)).isEmpty shouldBe true
            between(with(key), restrict).isEmpty shouldBe false
        }

        context("names") {
            fun named(name: String?) = catalog(table("item", id, uniques = listOf(unique(name, "id"))))
            val wanted = named(null)

            test("one that somebody chose is a renaming when only it differs") {
                val diff = between(named("old"), named("new"))
                diff.changes.single() shouldBe SchemaChange.ChangeTable("item", listOf(TableChange.RenameConstraint("old", "new")))
                diff.differences.single().text shouldBe "renamed unique key item.old to item.new"
            }

            test("one that the engine or Exposed chose bothers nobody") {
                val generated = GeneratedNames.of(wanted, named("item_id_key"))
                between(named("old"), named("item_id_key"), postgres.generatedNames(generated)).isEmpty shouldBe true
                val usual = GeneratedNames.of(named("item_id_unique"), named("item_id_unique"))
                between(named("old"), named("item_id_unique"), postgres.generatedNames(usual)).isEmpty shouldBe true
                between(named(null), named("new")).isEmpty shouldBe true
            }

            test("one that the engine gave and that is taken gets another number") {
                fun checks(vararg checks: dev.mdb.schema.Check) = catalog(table("item", id, checks = checks.asList()))
                val have = checks(check("item_chk_1", "id > 0"))
                val normalised = checks(check("item_chk_1", "id < 9"), check("item_chk_2", "id > 0"))
                val generated = GeneratedNames.of(checks(check(null, "id < 9"), check(null, "id > 0")), normalised)
                val change = between(have, normalised, DiffOptions.of(Dialect.MYSQL).generatedNames(generated)).changes.single()
                change shouldBe SchemaChange.ChangeTable("item", listOf(TableChange.AddCheck(check("item_chk_2", "id < 9"))))
            }

            test("two that change places are dropped and added") {
                fun two(a: String, b: String) =
                    catalog(table("item", id, column("n"), uniques = listOf(unique(a, "id"), unique(b, "n"))))
                val change = between(two("a", "b"), two("b", "a")).changes.single() as SchemaChange.ChangeTable
                change.changes.map { it.javaClass.simpleName } shouldBe listOf("DropUnique", "DropUnique", "AddUnique", "AddUnique")
            }
        }

        context("order") {
            test("tables come behind those that they refer to, and a circle is closed at the end") {
                val a = table("a", id, foreignKeys = listOf(foreignKey("to_b", "id", "b")))
                val b = table("b", id, foreignKeys = listOf(foreignKey("to_c", "id", "c")))
                val c = table("c", id, foreignKeys = listOf(foreignKey("to_c", "id", "c")))
                between(catalog(), catalog(a, b, c)).changes.map { (it as SchemaChange.CreateTable).table.name() } shouldBe
                    listOf("c", "b", "a")
                val circle = table("c", id, foreignKeys = listOf(foreignKey("to_a", "id", "a")))
                val changes = between(catalog(), catalog(a, b, circle)).changes
                changes.dropLast(1).map { (it as SchemaChange.CreateTable).table.name() } shouldBe listOf("a", "c", "b")
                changes.last() shouldBe SchemaChange.ChangeTable("a", listOf(TableChange.AddForeignKey(foreignKey("to_b", "id", "b"))))
            }

            test("a foreign key steps aside while the key that it stands on changes") {
                fun with(vararg key: String) =
                    catalog(
                        table("a", id, column("n", nullable = false), key = primaryKey(*key)),
                        table("b", id, foreignKeys = listOf(foreignKey("to_a", "id", "a"))),
                    )
                val diff = between(with("id"), with("id", "n"))
                diff.changes.map { (it as SchemaChange.ChangeTable).table } shouldBe listOf("b", "a", "b")
                diff.differences.single().kind shouldBe "changed_primary_key"
            }

            test("MySQL changes no type below a foreign key, and PostgreSQL only one of a kin") {
                fun with(type: String) =
                    catalog(
                        table("a", column("id", type, false), key = primaryKey("id")),
                        table("b", column("id", type, false), foreignKeys = listOf(foreignKey("to_a", "id", "a"))),
                    )

                fun tables(dialect: Dialect, from: String, to: String) =
                    between(with(from), with(to), DiffOptions.of(dialect)).changes.map { (it as SchemaChange.ChangeTable).table }
                tables(Dialect.MARIADB, "int", "bigint") shouldBe listOf("b", "a", "b", "b")
                tables(Dialect.POSTGRESQL, "integer", "bigint") shouldBe listOf("a", "b")
                tables(Dialect.POSTGRESQL, "integer", "text") shouldBe listOf("b", "a", "b", "b")
                tables(Dialect.SQLITE, "INTEGER", "TEXT") shouldBe listOf("a", "b")
            }

            test("enum types and sequences come before the tables that use them") {
                val want = catalog(item, sequences = listOf(sequence("s")), enums = listOf(enum("mood", "ok")))
                between(catalog(), want).changes.map { it.javaClass.simpleName } shouldBe
                    listOf("CreateEnum", "CreateSequence", "CreateTable")
            }

            test("a column that becomes generated is replaced, with what stands on it") {
                fun with(column: dev.mdb.schema.Column) =
                    catalog(table("item", id, column, uniques = listOf(unique("u", "n")), indexes = listOf(index("by_n", "n"))))
                val changes = between(with(column("n")), with(column("n", generated = Generated("id + 1", true)))).changes
                changes.map { it.javaClass.simpleName } shouldBe listOf("DropIndex", "ChangeTable", "CreateIndex")
                (changes[1] as SchemaChange.ChangeTable).changes.map { it.javaClass.simpleName } shouldBe
                    listOf("DropUnique", "DropColumn", "AddColumn", "AddUnique")
            }

            test("a stored column that becomes a plain one keeps its values, and is replaced on the way back") {
                val generated = catalog(table("item", id, column("n", generated = Generated("id + 1", true))))
                val diff = between(generated, catalog(table("item", id, column("n"))))
                (diff.changes.single() as SchemaChange.ChangeTable).changes.map { it.javaClass.simpleName } shouldBe listOf("AlterColumn")
                (diff.inverse().single() as SchemaChange.ChangeTable).changes.map { it.javaClass.simpleName } shouldBe
                    listOf("DropColumn", "AddColumn")
            }

            test("a foreign key that leads to such a column steps aside: it would be in the way when the column is replaced") {
                fun with(target: dev.mdb.schema.Column) =
                    catalog(table("item", id, target, foreignKeys = listOf(foreignKey("item_id_fk", "id", "item", "n"))))
                for (dialect in Dialect.entries) {
                    val have = with(column("n", generated = Generated("id + 1", true)))
                    val diff = between(have, with(column("n")), DiffOptions.of(dialect))
                    val there = have.after(diff.changes)
                    there shouldBe with(column("n"))
                    there.after(diff.inverse()) shouldBe have
                }
            }
        }

        context("renamings") {
            val old =
                table(
                    "item",
                    id,
                    column("note"),
                    checks = listOf(check("c", "note > 0 and 'note' = ''")),
                    indexes = listOf(index("i", "note")),
                )
            val new =
                table(
                    "item",
                    id,
                    column("remark"),
                    checks = listOf(check("c", "remark > 0 and 'note' = ''")),
                    indexes = listOf(index("i", "remark")),
                )

            fun renamed(vararg renames: String) = postgres.renames(renames.map(Rename::parse))

            test("are not guessed, only pointed out") {
                val diff = between(catalog(old, table("gone")), catalog(new, table("come")))
                diff.hints.shouldContainExactly(
                    "if table gone was renamed to come: --rename gone:come",
                    "if column item.note was renamed to remark: --rename item.note:remark",
                )
                diff.differences.map { it.kind } shouldBe
                    listOf("added_table", "removed_column", "added_column", "changed_check", "changed_index")
            }

            test("of a column, with everything that names it") {
                val diff = between(catalog(old), catalog(new), renamed("item.note:remark"))
                diff.changes.single() shouldBe SchemaChange.ChangeTable("item", listOf(TableChange.RenameColumn("note", "remark")))
                diff.differences.single().text shouldBe "renamed column item.note to item.remark"
                val mysql =
                    between(
                        catalog(old),
                        catalog(new),
                        renamed("item.note:remark").let { DiffOptions.of(Dialect.MYSQL).renames(it.renames) },
                    )
                mysql.changes.flatMap { (it as SchemaChange.ChangeTable).changes }.map { it.javaClass.simpleName } shouldBe
                    listOf("DropCheck", "RenameColumn", "AddCheck")
            }

            test("of a table, with the keys that lead to it, and a column of it by either name") {
                val child = { target: String -> table("part", id, foreignKeys = listOf(foreignKey("fk", "id", target))) }
                val thing = table("thing", id, column("remark"), checks = new.checks(), indexes = new.indexes())
                for (column in listOf("item.note:remark", "thing.note:remark")) {
                    val diff = between(catalog(old, child("item")), catalog(child("thing"), thing), renamed("item:thing", column))
                    diff.changes.shouldContainExactly(
                        SchemaChange.RenameTable("item", "thing"),
                        SchemaChange.ChangeTable("thing", listOf(TableChange.RenameColumn("note", "remark"))),
                    )
                }
                val inSchema = between(catalog(table("s.a")), catalog(table("s.b")), renamed("s.a:b"))
                inSchema.changes.single() shouldBe SchemaChange.RenameTable("s.a", "s.b")
            }

            test("that cannot be are refused, all of them, with the reason") {
                val refused =
                    mapOf(
                        "nothing.note:remark" to "the database has no table nothing",
                        "item.nothing:remark" to "table item has no column nothing",
                        "item.note:nothing" to "the models have no column item.nothing",
                        "item.id:remark" to "the models still have the column item.id",
                        "item:other" to "the models still have the table item",
                        "gone:nothing" to "the models have no table nothing",
                        "gone:item" to "the database already has a table item",
                    )
                val options = renamed(*refused.keys.toTypedArray())
                val problems = shouldThrow<MdbException> { between(catalog(old, table("gone")), catalog(new), options) }.problems()
                problems.map { it.message() } shouldContainExactlyInAnyOrder refused.map { (rename, why) -> "--rename $rename: $why" }
                for (text in listOf("item", "a:b:c", ":b", "a:", ".a:b", "a..b:c")) {
                    shouldThrow<MdbException> { Rename.parse(text) }.message shouldContain "'$text' is not understood"
                }
            }
        }

        context("what is left alone") {
            val unknown = table("unknown")

            test("tables, sequences and enum types that the models do not know") {
                val have =
                    catalog(
                        item,
                        unknown,
                        sequences = listOf(sequence("s")),
                        enums = listOf(enum("mood")),
                        unread = listOf("trigger t on item"),
                    )
                val diff = between(have, catalog(item))
                diff.isEmpty shouldBe true
                diff.leftAlone shouldBe listOf("table unknown", "sequence s", "enum mood")
                diff.notCompared shouldBe listOf("trigger t on item")
            }

            test("unless dropping is asked for, children first") {
                val child = table("b_child", id, foreignKeys = listOf(foreignKey("fk", "id", "unknown")))
                val diff = between(catalog(unknown, child), catalog(), postgres.dropUnknown(true))
                diff.changes.map { (it as SchemaChange.DropTable).was.name() } shouldBe listOf("b_child", "unknown")
                diff.leftAlone.shouldBeEmpty()
            }

            test("what the filters take out, of both sides") {
                val have = catalog(table("item", id, indexes = listOf(index("old_i", "id"))), table("audit_log"), table("s.x"))
                val want = catalog(table("item", id, column("n"), indexes = listOf(index("new_i", "id"))), table("audit_new"))

                fun with(include: List<String>, exclude: List<String>) = postgres.filter(NameFilter.of(include, exclude)).dropUnknown(true)
                val diff = between(have, want, with(emptyList(), listOf("audit_*", "index:*_i", "s.*")))
                diff.differences.single().text shouldBe "added column item.n"
                diff.notCompared shouldContainExactlyInAnyOrder
                    listOf(
                        "table audit_log (excluded)",
                        "table audit_new (excluded)",
                        "table s.x (excluded)",
                        "index item.old_i (excluded)",
                        "index item.new_i (excluded)",
                    )
                differences(have, want, with(listOf("aud?t_n*"), emptyList())) shouldBe listOf("added table audit_new")
                differences(have, want, with(emptyList(), listOf("*"))).shouldBeEmpty()
                differences(have, want, with(listOf("item"), listOf("index:item.old_i"))) shouldBe
                    listOf("added column item.n", "added index item.new_i")
            }

            test("patterns that are none are refused together") {
                val problems = shouldThrow<MdbException> { NameFilter.of(listOf("colour:x", "a b["), listOf("")) }.problems()
                problems.map { it.message() } shouldBe
                    listOf(
                        "'colour' in 'colour:x' is no kind: there are table, index, unique, foreign_key, check, sequence, enum",
                        "'a b[' is no pattern: a name, with * for any text and ? for one sign",
                        "'' is no pattern: a name, with * for any text and ? for one sign",
                    )
            }
        }

        context("enum types") {
            fun mood(vararg values: String) = catalog(enums = listOf(enum("mood", *values)))

            test("get new values in their places") {
                val diff = between(mood("b", "d"), mood("a", "b", "c", "d", "e"))
                mood("b", "d")
                    .after(diff.changes)
                    .enums()
                    .single()
                    .values() shouldBe listOf("a", "b", "c", "d", "e")
                diff.inverse().shouldBeEmpty()
                diff.differences.map { it.name } shouldContainExactlyInAnyOrder listOf("mood.a", "mood.c", "mood.e")
            }

            test("lose no value and change no order: that is told with what helps") {
                for ((want, why) in listOf(mood("a") to "lost b", mood("b", "a") to "has another order")) {
                    val diff = between(mood("a", "b"), want)
                    diff.isEmpty shouldBe false
                    diff.changes.shouldBeEmpty()
                    diff.obstacles.single().message() shouldContain why
                }
            }

            test("a new value is not used in the revision that adds it") {
                val want =
                    Catalog(
                        listOf(table("item", column("m", "mood", default = "'b'::mood"))),
                        emptyList(),
                        mood("a", "b").enums(),
                        emptyList(),
                        emptyList(),
                    )
                between(mood("a"), want).obstacles.single().code() shouldBe "enum-value-used-at-once"
            }
        }

        test("a sequence is changed where it is, and its value stays") {
            val diff = between(catalog(sequences = listOf(sequence("s"))), catalog(sequences = listOf(sequence("s", 5))))
            diff.changes.single() shouldBe SchemaChange.AlterSequence(sequence("s"), sequence("s", 5))
            diff.inverse().single() shouldBe SchemaChange.AlterSequence(sequence("s", 5), sequence("s"))
        }

        test("the comment of a table") {
            val diff = between(catalog(item), catalog(item.with(comment = Optional.of("it's"))))
            diff.differences.single().text shouldBe "changed comment item: none -> 'it's'"
            diff.inverse().single() shouldBe
                SchemaChange.ChangeTable("item", listOf(TableChange.SetTableComment(Optional.empty(), Optional.of(Optional.of("it's")))))
        }
    })
