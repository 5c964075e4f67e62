// customers since when
// Created 2026-11-21 08:39 +00:00

revision {
    id = "customers_since"
    message = "customers since when"
    down("seed_customers")

    upgrade {
        addColumn("customers") { integer("since").default(2026) }
        createIndex("customers", "since")
    }

    downgrade {
        dropIndex("customers", "since")
        dropColumn("customers", "since")
    }
}
