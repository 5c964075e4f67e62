// create tables
// Created 2026-11-21 08:49 +00:00

revision {
    id = "create_tables"
    message = "create tables"
    branch("START")

    upgrade {
        createTable("sales.invoice") {
            primaryKey(integer("id").autoIncrement())
            varchar("customer", 100)
            decimal("amount", 12, 2)
        }
        createTable("sales.invoice_line") {
            integer("invoice").references("sales.invoice", "id")
            integer("position")
            varchar("text", 200)
        }
    }

    downgrade {
        dropTable("sales.invoice_line")
        dropTable("sales.invoice")
    }
}
