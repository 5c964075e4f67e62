// Init core seed system data
// Created 2026-11-21 07:56 +00:00

revision {
    id = "init_core_popdata"
    message = "Init core seed system data"
    down("init_core_funcproc")

    upgrade {
        csv("data/core_setting.csv", into = "core_setting")
        csv("data/core_user.csv", into = "core_user")
    }

    downgrade {
        execute("DELETE FROM core_user WHERE email LIKE '%@system.example'")
        execute("DELETE FROM core_setting WHERE name LIKE 'core.%'")
    }
}
