// Init mod2 create replacables
// Created 2026-11-21 07:56 +00:00

revision {
    id = "init_mod2_funcproc"
    message = "Init mod2 create replacables"
    down("init_mod2_newtable")

    upgrade {
        sqlFile("sql/mod2_replaceables.sql")
    }

    downgrade {
        execute("DROP TRIGGER mod2_first_version")
        execute("DROP VIEW mod2_latest")
    }
}
