// create customers
// Created 2026-11-21 08:39 +00:00

revision {
    id = "create_customers"
    message = "create customers"

    upgrade {
        createTable("customers") {
            primaryKey(integer("id"))
            varchar("name", 100)
            varchar("email", 200).uniqueIndex()
        }
    }

    downgrade {
        dropTable("customers")
    }
}
