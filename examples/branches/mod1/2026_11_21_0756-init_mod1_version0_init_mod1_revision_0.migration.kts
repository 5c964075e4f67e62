// Init mod1 revision 0
// Created 2026-11-21 07:56 +00:00

revision {
    id = "init_mod1_version0"
    message = "Init mod1 revision 0"
    dependsOn("init_mod1_popdata")
    branch("MOD1")

    upgrade {
        insert("core_setting") { row("name" to "version.mod1", "content" to "0") }
    }

    downgrade {
        execute("DELETE FROM core_setting WHERE name = ?", "version.mod1")
    }
}
