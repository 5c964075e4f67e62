// Init core create tables
// Created 2026-11-21 07:56 +00:00

revision {
    id = "init_core_newtable"
    message = "Init core create tables"
    branch("INITCORE")

    upgrade {
        createTable("core_setting") {
            primaryKey(varchar("name", 100))
            text("content")
        }
        createTable("core_user") {
            primaryKey(integer("id").autoIncrement())
            varchar("name", 100)
            varchar("email", 200).uniqueIndex()
            bool("active").default(true)
        }
        createTable("core_audit") {
            primaryKey(integer("id").autoIncrement())
            varchar("subject", 200)
            varchar("action", 20)
        }
    }

    downgrade {
        dropTable("core_audit")
        dropTable("core_user")
        dropTable("core_setting")
    }
}
