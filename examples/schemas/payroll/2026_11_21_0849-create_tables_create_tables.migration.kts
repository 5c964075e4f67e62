// create tables
// Created 2026-11-21 08:49 +00:00

revision {
    id = "create_tables"
    message = "create tables"
    branch("START")

    upgrade {
        createTable("payroll.salary") {
            primaryKey(integer("person"))
            decimal("amount", 12, 2)
        }
    }

    downgrade {
        dropTable("payroll.salary")
    }
}
