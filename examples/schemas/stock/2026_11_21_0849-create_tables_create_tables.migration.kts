// create tables
// Created 2026-11-21 08:49 +00:00

revision {
    id = "create_tables"
    message = "create tables"
    branch("START")

    upgrade {
        createTable("stock.item") {
            primaryKey(integer("id"))
            varchar("name", 100)
            integer("pieces").default(0)
        }
    }

    downgrade {
        dropTable("stock.item")
    }
}
