// Init core create replacables
// Created 2026-11-21 07:56 +00:00

revision {
    id = "init_core_funcproc"
    message = "Init core create replacables"
    down("init_core_newtable")

    upgrade {
        sqlFile("sql/core_replaceables.sql")
    }

    downgrade {
        execute("DROP TRIGGER core_user_removed")
        execute("DROP TRIGGER core_user_added")
        execute("DROP VIEW core_active_user")
    }
}
