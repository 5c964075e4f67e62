// Init modules
// Created 2026-11-21 07:56 +00:00

revision {
    id = "init_all_modules"
    message = "Init modules"
    dependsOn("init_mod1_popdata", "init_mod2_popdata", "init_mod3_popdata")
    branch("INITALL")

    upgrade {
        insert("core_setting") { row("name" to "modules", "content" to "mod1 mod2 mod3") }
    }

    downgrade {
        execute("DELETE FROM core_setting WHERE name = 'modules'")
    }
}
