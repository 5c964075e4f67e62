package one

import org.jetbrains.exposed.v1.core.Table

object Books : Table("book") {
    val id = integer("id").autoIncrement()
    val title = varchar("title", 200)
    val isbn = varchar("isbn", 17).nullable().uniqueIndex()

    override val primaryKey = PrimaryKey(id)
}
