import dev.mdb.dsl.*
import org.jetbrains.exposed.v1.core.*

object Author : ModelTable("author") {
    val id = integer("id").autoIncrement()
    val name = varchar("name", 50).default("it's \$1")
    val boss = integer("boss").sqlType("INTEGER").nullable()

    override val primaryKey = PrimaryKey(id)

    init {
        foreignKey("boss", references = "author", columns = listOf("id"), name = "")
    }
}

object Book : ModelTable("book") {
    val id = integer("id").sqlType("INTEGER")
    val authorId = integer("author_id").sqlType("INTEGER").references(Author.id, onDelete = ReferenceOption.CASCADE)
    val title = text("title")
    val inPrint = bool("in print").nullable().default(true)

    override val primaryKey = PrimaryKey(id)

    init {
        check("titled", "LENGTH(title) > 0")
        index(unique = true, name = "book_lower", where = "\"in print\"") {
            expression("LOWER(title)")
        }
        index("title")
    }
}

object BookTag : ModelTable("book_tag") {
    val bookId = integer("book_id").sqlType("INTEGER")
    val tag = text("tag", collate = "NOCASE")

    override val primaryKey = PrimaryKey(bookId, tag)
}
