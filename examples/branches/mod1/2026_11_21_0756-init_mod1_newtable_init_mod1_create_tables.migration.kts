// Init mod1 create tables
// Created 2026-11-21 07:56 +00:00

revision {
    id = "init_mod1_newtable"
    message = "Init mod1 create tables"
    dependsOn("init_core_newtable")
    branch("INITMOD1")

    upgrade {
        createTable("mod1_category") {
            primaryKey(varchar("code", 20))
            varchar("title", 100)
        }
        createTable("mod1_item") {
            primaryKey(integer("id").autoIncrement())
            varchar("category", 20).references("mod1_category", "code")
            varchar("name", 100)
            integer("owner_id").references("core_user", "id", onDelete = ReferenceOption.SET_NULL).nullable()
        }
        createIndex("mod1_item", "category", "name", unique = true)
    }

    downgrade {
        dropTable("mod1_item")
        dropTable("mod1_category")
    }
}
