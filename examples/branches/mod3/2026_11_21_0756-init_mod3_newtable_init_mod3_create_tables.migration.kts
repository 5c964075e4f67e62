// Init mod3 create tables
// Created 2026-11-21 07:56 +00:00

revision {
    id = "init_mod3_newtable"
    message = "Init mod3 create tables"
    dependsOn("init_core_newtable")
    branch("INITMOD3")

    upgrade {
        createTable("mod3_order") {
            primaryKey(integer("id").autoIncrement())
            varchar("state", 20).default("open")
            integer("user_id").references("core_user", "id", onDelete = ReferenceOption.SET_NULL).nullable()
        }
        createTable("mod3_line") {
            primaryKey(integer("id").autoIncrement())
            integer("order_id").references("mod3_order", "id", onDelete = ReferenceOption.CASCADE)
            varchar("article", 100)
            integer("quantity")
        }
        createIndex("mod3_line", "order_id")
    }

    downgrade {
        dropTable("mod3_line")
        dropTable("mod3_order")
    }
}
