// MOD3 Rev3
// Created 2026-11-21 07:57 +00:00

revision {
    id = "mod3_rev3"
    message = "MOD3 Rev3"
    down("mod3_rev2")

    upgrade {
        execute("DELETE FROM mod3_parcel WHERE carrier = 'courier'")
        createIndex("mod3_parcel", "order_id", unique = true)
    }

    downgrade {
        dropIndex("mod3_parcel", "order_id", unique = true)
        insert("mod3_parcel") { row("id" to 2, "order_id" to 2, "carrier" to "courier") }
    }
}
