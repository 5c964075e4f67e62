// CORE Rev3
// Created 2026-11-21 07:56 +00:00

revision {
    id = "core_rev3"
    message = "CORE Rev3"
    down("core_rev2")

    upgrade {
        execute("DROP VIEW core_active_user")
        execute("CREATE VIEW core_active_user AS SELECT id, name, email, locale FROM core_user WHERE active")
        execute("UPDATE core_setting SET content = '3' WHERE name = 'version.core'")
    }

    downgrade {
        execute("UPDATE core_setting SET content = '2' WHERE name = 'version.core'")
        execute("DROP VIEW core_active_user")
        execute("CREATE VIEW core_active_user AS\nSELECT id, name, email\nFROM core_user\nWHERE active")
    }
}
