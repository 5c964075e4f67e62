// MOD3 Rev2
// Created 2026-11-21 07:57 +00:00

revision {
    id = "mod3_rev2"
    message = "MOD3 Rev2"
    down("mod3_rev1")

    upgrade {
        createTable("mod3_parcel") {
            primaryKey(integer("id").autoIncrement())
            integer("order_id").references("mod3_order", "id")
            varchar("carrier", 50)
        }
        insert("mod3_parcel") {
            row("order_id" to 1, "carrier" to "post")
            row("order_id" to 2, "carrier" to "courier")
        }
    }

    downgrade {
        dropTable("mod3_parcel")
    }
}
