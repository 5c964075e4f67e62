// first items
// Created 2026-11-21 08:49 +00:00

revision {
    id = "first_items"
    message = "first items"
    down("create_tables")

    upgrade {
        csv("data/items.csv", into = "stock.item")
    }

    downgrade {
        execute("DELETE FROM stock.item WHERE id <= 2")
    }
}
