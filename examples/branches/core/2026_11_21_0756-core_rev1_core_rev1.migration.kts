// CORE Rev1
// Created 2026-11-21 07:56 +00:00

revision {
    id = "core_rev1"
    message = "CORE Rev1"
    down("init_core_version0")

    upgrade {
        addColumn("core_user") { varchar("locale", 10).default("en") }
        execute("UPDATE core_setting SET content = '1' WHERE name = 'version.core'")
    }

    downgrade {
        execute("UPDATE core_setting SET content = '0' WHERE name = 'version.core'")
        dropColumn("core_user", "locale")
    }
}
