package dev.mdb.dsl.operation

import dev.mdb.dsl.Deferral
import dev.mdb.dsl.schema.Names
import dev.mdb.schema.Check
import dev.mdb.schema.PrimaryKey
import dev.mdb.schema.TableChange
import dev.mdb.schema.UniqueKey
import org.jetbrains.exposed.v1.core.ReferenceOption
import java.util.Optional
import dev.mdb.dsl.schema.foreignKey as foreignKeyOf

/** Changes of keys and checks; what drops one has an inverse when it was told what it was. */
internal object KeyChanges {
    fun primaryKey(table: String, columns: List<String>, name: String?): Change {
        require(columns.isNotEmpty()) { "a primary key has at least one column" }
        return Change(
            "add the primary key of $table",
            TableChange.AddPrimaryKey(PrimaryKey(Optional.ofNullable(name), columns)),
            "drop the primary key of $table",
        )
    }

    fun dropPrimaryKey(table: String, columns: List<String>, name: String?): Change {
        val was = PrimaryKey(Optional.ofNullable(name), columns).takeIf { columns.isNotEmpty() }
        return Change(
            "drop the primary key of $table",
            TableChange.DropPrimaryKey(Optional.ofNullable(name), Optional.ofNullable(was)),
            "add the primary key of $table",
        )
    }

    fun unique(table: String, columns: List<String>, name: String?): Change {
        require(columns.isNotEmpty()) { "a unique key has at least one column" }
        val key = UniqueKey(Names.given(name ?: Names.index(table, columns, true)), columns)
        return Change(
            "add unique key ${key.name().orElse("")} to $table",
            TableChange.AddUnique(key),
            "drop unique key ${key.name().orElse("")} of $table",
        )
    }

    fun dropUnique(table: String, columns: List<String>, name: String?): Change {
        if (columns.isNotEmpty()) return unique(table, columns, name).inverse()
        val known = requireNotNull(name) { "dropUniqueKey needs the columns or the name of the key" }
        return Change("drop unique key $known of $table", TableChange.DropUnique(known, Optional.empty()))
    }

    fun check(table: String, name: String, condition: String): Change =
        Change("add check $name to $table", TableChange.AddCheck(Check(Names.given(name), condition)), "drop check $name of $table")

    fun dropCheck(table: String, name: String, condition: String?): Change {
        val was = condition?.let { Check(Optional.of(name), it) }
        return Change("drop check $name of $table", TableChange.DropCheck(name, Optional.ofNullable(was)), "add check $name to $table")
    }

    fun foreignKey(
        table: String,
        from: List<String>,
        references: String,
        columns: List<String>,
        onDelete: ReferenceOption?,
        onUpdate: ReferenceOption?,
        deferrable: Deferral,
        name: String?,
    ): Change {
        val key = foreignKeyOf(table, from, Names.unquoted(references), columns, onDelete, onUpdate, deferrable, name)
        return Change(
            "add foreign key ${key.name().orElse("")} to $table",
            TableChange.AddForeignKey(key),
            "drop foreign key ${key.name().orElse("")} of $table",
        )
    }

    fun dropForeignKey(table: String, name: String): Change =
        Change("drop foreign key $name of $table", TableChange.DropForeignKey(name, Optional.empty()))
}
