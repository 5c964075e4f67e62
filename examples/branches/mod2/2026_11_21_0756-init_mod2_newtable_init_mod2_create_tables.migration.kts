// Init mod2 create tables
// Created 2026-11-21 07:56 +00:00

revision {
    id = "init_mod2_newtable"
    message = "Init mod2 create tables"
    dependsOn("init_core_newtable")
    branch("INITMOD2")

    upgrade {
        createTable("mod2_document") {
            primaryKey(integer("id").autoIncrement())
            varchar("title", 200)
            integer("author_id").references("core_user", "id", onDelete = ReferenceOption.SET_NULL).nullable()
        }
        createTable("mod2_version") {
            val document = integer("document_id").references("mod2_document", "id", onDelete = ReferenceOption.CASCADE)
            val number = integer("number")
            text("body")
            primaryKey(document, number)
        }
    }

    downgrade {
        dropTable("mod2_version")
        dropTable("mod2_document")
    }
}
