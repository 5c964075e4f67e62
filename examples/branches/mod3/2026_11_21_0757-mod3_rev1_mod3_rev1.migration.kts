// MOD3 Rev1
// Created 2026-11-21 07:57 +00:00

revision {
    id = "mod3_rev1"
    message = "MOD3 Rev1"
    down("init_mod3_version0")

    upgrade {
        addColumn("mod3_line") { bool("packed").default(false) }
        execute("UPDATE mod3_line SET packed = ? WHERE quantity = 1", true)
    }

    downgrade {
        dropColumn("mod3_line", "packed")
    }
}
