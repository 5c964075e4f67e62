// MOD1 Rev3
// Created 2026-11-21 07:56 +00:00

revision {
    id = "mod1_rev3"
    message = "MOD1 Rev3"
    down("mod1_rev2")

    upgrade {
        createIndex("mod1_price", "cents")
        insert("mod1_category") { row("code" to "misc", "title" to "Everything else") }
    }

    downgrade {
        execute("DELETE FROM mod1_category WHERE code = 'misc'")
        dropIndex("mod1_price", "cents")
    }
}
