// Init core revision 0
// Created 2026-11-21 07:56 +00:00

revision {
    id = "init_core_version0"
    message = "Init core revision 0"
    dependsOn("init_core_popdata")
    branch("CORE")

    upgrade {
        insert("core_setting") { row("name" to "version.core", "content" to "0") }
    }

    downgrade {
        execute("DELETE FROM core_setting WHERE name = ?", "version.core")
    }
}
