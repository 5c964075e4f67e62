// Seed development data
// Created 2026-11-21 07:56 +00:00

revision {
    id = "init_dev_popdata"
    message = "Seed development data"
    dependsOn("init_all_modules")
    branch("INITDEV")

    upgrade {
        val users = (args["DEV_USERS"] ?: "3").toInt()             // -x DEV_USERS=100 for more
        insert("core_user") {
            for (n in 1..users) row("name" to "Developer $n", "email" to "dev$n@dev.example", "active" to true)
        }
        for (user in query("SELECT id FROM core_user WHERE email LIKE ? ORDER BY id", "%@dev.example")) {
            insert("mod1_item") { row("category" to "tool", "name" to "Tool of ${user["id"]}", "owner_id" to user["id"]) }
            insert("mod2_document") { row("title" to "Notes of ${user["id"]}", "author_id" to user["id"]) }
            insert("mod3_order") { row("user_id" to user["id"]) }
        }
    }

    downgrade {
        val developers = "(SELECT id FROM core_user WHERE email LIKE '%@dev.example')"
        execute("DELETE FROM mod3_order WHERE user_id IN $developers")
        execute("DELETE FROM mod2_document WHERE author_id IN $developers")
        execute("DELETE FROM mod1_item WHERE owner_id IN $developers")
        execute("DELETE FROM core_audit WHERE subject LIKE '%@dev.example'")
        execute("DELETE FROM core_user WHERE email LIKE '%@dev.example'")
    }
}
