// invoices have a due date
// Created 2026-11-21 08:49 +00:00

revision {
    id = "invoice_due"
    message = "invoices have a due date"
    down("create_tables")

    upgrade {
        addColumn("sales.invoice") { varchar("due", 10).nullable() }
        createIndex("sales.invoice", "due")
    }

    downgrade {
        dropIndex("sales.invoice", "due")
        dropColumn("sales.invoice", "due")
    }
}
