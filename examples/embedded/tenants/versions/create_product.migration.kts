revision {
    id = "create_product"
    message = "Create products"

    upgrade {
        createTable("product") {
            primaryKey(integer("id"))
            varchar("name", 80)
        }
    }
    downgrade { dropTable("product") }
}
