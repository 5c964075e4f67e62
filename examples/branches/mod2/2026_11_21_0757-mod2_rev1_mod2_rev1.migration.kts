// MOD2 Rev1
// Created 2026-11-21 07:57 +00:00

revision {
    id = "mod2_rev1"
    message = "MOD2 Rev1"
    down("init_mod2_version0")

    upgrade {
        addColumn("mod2_version") { varchar("comment", 200).nullable() }
        execute("UPDATE mod2_version SET comment = 'first' WHERE number = 1")
    }

    downgrade {
        dropColumn("mod2_version", "comment")
    }
}
