// MOD2 Rev2
// Created 2026-11-21 07:57 +00:00

revision {
    id = "mod2_rev2"
    message = "MOD2 Rev2"
    down("mod2_rev1")

    upgrade {
        createTable("mod2_label") {
            val document = integer("document_id").references("mod2_document", "id", onDelete = ReferenceOption.CASCADE)
            val label = varchar("label", 50)
            primaryKey(document, label)
        }
        execute("INSERT INTO mod2_label (document_id, label) SELECT id, ? FROM mod2_document", "new")
    }

    downgrade {
        dropTable("mod2_label")
    }
}
