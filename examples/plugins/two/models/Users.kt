package two

import dev.mdb.dsl.ModelTable

object Users : ModelTable("user") {
    val id = integer("id").autoIncrement()
    val name = varchar("name", 100).uniqueIndex()
    val active = bool("active").default(true)

    override val primaryKey = PrimaryKey(id)
}

object Visits : ModelTable("visit") {
    val user = integer("user_id").references(Users.id)
    val page = varchar("page", 200)

    override val primaryKey = PrimaryKey(user, page)
}
