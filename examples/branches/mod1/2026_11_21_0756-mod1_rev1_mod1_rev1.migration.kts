// MOD1 Rev1
// Created 2026-11-21 07:56 +00:00

revision {
    id = "mod1_rev1"
    message = "MOD1 Rev1"
    down("init_mod1_version0")

    upgrade {
        addColumn("mod1_item") { integer("price_cents").default(0) }
        execute("UPDATE mod1_item SET price_cents = 1000 WHERE category = 'book'")
    }

    downgrade {
        dropColumn("mod1_item", "price_cents")
    }
}
