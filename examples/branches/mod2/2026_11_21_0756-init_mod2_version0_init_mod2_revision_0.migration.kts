// Init mod2 revision 0
// Created 2026-11-21 07:56 +00:00

revision {
    id = "init_mod2_version0"
    message = "Init mod2 revision 0"
    dependsOn("init_mod2_popdata")
    branch("MOD2")

    upgrade {
        insert("core_setting") { row("name" to "version.mod2", "content" to "0") }
    }

    downgrade {
        execute("DELETE FROM core_setting WHERE name = ?", "version.mod2")
    }
}
