// Init mod1 create replacables
// Created 2026-11-21 07:56 +00:00

revision {
    id = "init_mod1_funcproc"
    message = "Init mod1 create replacables"
    down("init_mod1_newtable")

    upgrade {
        sqlFile("sql/mod1_replaceables.sql")
    }

    downgrade {
        execute("DROP TRIGGER mod1_item_name")
        execute("DROP VIEW mod1_item_list")
    }
}
