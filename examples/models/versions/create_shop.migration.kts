// create the shop
revision {
    id = "create_shop"
    message = "create the shop"

    upgrade {
        createTable("customer") {
            primaryKey(integer("id").autoIncrement())
            varchar("name", 120)
            varchar("email", 254).uniqueIndex()
        }
        createTable("product") {
            primaryKey(integer("id").autoIncrement())
            varchar("title", 60)
            decimal("price", 10, 2)
        }
        insert("customer") { row("name" to "Ada", "email" to "ada@example.org") }
        insert("product") { row("title" to "Pencil", "price" to 1.5) }
    }

    downgrade {
        dropTable("product")
        dropTable("customer")
    }
}
