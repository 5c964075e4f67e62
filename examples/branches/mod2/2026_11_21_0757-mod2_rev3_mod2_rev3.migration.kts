// MOD2 Rev3
// Created 2026-11-21 07:57 +00:00

revision {
    id = "mod2_rev3"
    message = "MOD2 Rev3"
    down("mod2_rev2")

    upgrade {
        renameColumn("mod2_label", from = "label", to = "name")
        execute("UPDATE mod2_label SET name = upper(name)")
    }

    downgrade {
        execute("UPDATE mod2_label SET name = lower(name)")
        renameColumn("mod2_label", from = "name", to = "label")
    }
}
