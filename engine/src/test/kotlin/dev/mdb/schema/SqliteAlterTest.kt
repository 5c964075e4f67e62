package dev.mdb.schema

import dev.mdb.error.MdbException
import dev.mdb.schema.TableChange.AddCheck
import dev.mdb.schema.TableChange.AddColumn
import dev.mdb.schema.TableChange.AddForeignKey
import dev.mdb.schema.TableChange.AlterColumn
import dev.mdb.schema.TableChange.DropColumn
import dev.mdb.schema.TableChange.DropUnique
import dev.mdb.schema.TableChange.RenameColumn
import dev.mdb.schema.TableChange.SetTableComment
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.shouldBe
import java.util.Optional

private fun can(vararg changes: TableChange) =
    try {
        Ddl.of(Dialect.SQLITE).alter("item", changes.asList()) { Optional.empty() }
        true
    } catch (refused: MdbException) {
        false
    }

private fun drop(column: String) = DropColumn(column, Optional.empty())

class SqliteAlterTest :
    FunSpec({
        test("a column that old rows can have without computing is added by SQLite itself") {
            can(AddColumn(column("a", "integer", true)), AddColumn(column("b", "text", default = "'x'"))) shouldBe true
            can(AddColumn(column("a", "integer", generated = Generated("id", false)))) shouldBe true
            can(AddColumn(column("a", "integer"))) shouldBe false
            can(AddColumn(column("a", "integer", default = "NULL"))) shouldBe false
            can(AddColumn(column("a", "timestamp", true, default = "CURRENT_TIMESTAMP"))) shouldBe false
            can(AddColumn(column("a", "integer", true, generated = Generated("id", true)))) shouldBe false
        }

        test("a foreign key is added only together with its column, which is null then") {
            val key = AddForeignKey(foreignKey("f", "a", "author"))
            can(AddColumn(column("a", "integer", true)), key) shouldBe true
            can(AddColumn(column("a", "integer", true, "1")), key) shouldBe false
            can(key) shouldBe false
        }

        test("columns are renamed and dropped") {
            can(RenameColumn("note", "remark"), drop("remark")) shouldBe true
        }

        test("comments are nothing to do; all else is a matter for a rebuild") {
            can(SetTableComment(Optional.of("x"), Optional.empty())) shouldBe true
            can(AlterColumn("note", patch(comment = Optional.of("x")), Optional.empty())) shouldBe true
            can(AlterColumn("note", patch(nullable = false), Optional.empty())) shouldBe false
            can(AddCheck(Check(Optional.empty(), "id > 0"))) shouldBe false
            can(DropUnique("item_title", Optional.empty())) shouldBe false
        }
    })
