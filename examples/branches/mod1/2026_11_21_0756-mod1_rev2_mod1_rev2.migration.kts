// MOD1 Rev2
// Created 2026-11-21 07:56 +00:00

revision {
    id = "mod1_rev2"
    message = "MOD1 Rev2"
    down("mod1_rev1")

    upgrade {
        createTable("mod1_price") {
            val item = integer("item_id").references("mod1_item", "id", onDelete = ReferenceOption.CASCADE)
            val since = integer("since_year")
            integer("cents")
            primaryKey(item, since)
        }
        for (item in query("SELECT id, price_cents FROM mod1_item ORDER BY id")) {
            insert("mod1_price") { row("item_id" to item["id"], "since_year" to 2026, "cents" to item["price_cents"]) }
        }
    }

    downgrade {
        dropTable("mod1_price")
    }
}
