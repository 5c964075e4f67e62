// Init mod3 create replacables
// Created 2026-11-21 07:56 +00:00

revision {
    id = "init_mod3_funcproc"
    message = "Init mod3 create replacables"
    down("init_mod3_newtable")

    upgrade {
        sqlFile("sql/mod3_replaceables.sql")
    }

    downgrade {
        execute("DROP TRIGGER mod3_order_closed")
        execute("DROP VIEW mod3_open_order")
    }
}
