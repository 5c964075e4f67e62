// CORE Rev2
// Created 2026-11-21 07:56 +00:00

revision {
    id = "core_rev2"
    message = "CORE Rev2"
    down("core_rev1")

    upgrade {
        createTable("core_session") {
            primaryKey(varchar("token", 64))
            integer("user_id").references("core_user", "id", onDelete = ReferenceOption.CASCADE)
            long("expires_at")
        }
        createIndex("core_session", "expires_at")
        execute("UPDATE core_setting SET content = '2' WHERE name = 'version.core'")
    }

    downgrade {
        execute("UPDATE core_setting SET content = '1' WHERE name = 'version.core'")
        dropTable("core_session")
    }
}
