// create tables
// Created 2026-11-21 08:49 +00:00

revision {
    id = "create_tables"
    message = "create tables"
    branch("START")

    upgrade {
        createTable("people.person") {
            primaryKey(integer("id").autoIncrement())
            varchar("name", 100)
        }
    }

    downgrade {
        dropTable("people.person")
    }
}
