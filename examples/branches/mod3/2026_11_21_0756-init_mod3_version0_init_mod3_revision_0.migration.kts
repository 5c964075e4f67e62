// Init mod3 revision 0
// Created 2026-11-21 07:56 +00:00

revision {
    id = "init_mod3_version0"
    message = "Init mod3 revision 0"
    dependsOn("init_mod3_popdata")
    branch("MOD3")

    upgrade {
        insert("core_setting") { row("name" to "version.mod3", "content" to "0") }
    }

    downgrade {
        execute("DELETE FROM core_setting WHERE name = ?", "version.mod3")
    }
}
