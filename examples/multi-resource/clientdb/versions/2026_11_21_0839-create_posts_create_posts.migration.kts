// create posts
// Created 2026-11-21 08:39 +00:00

revision {
    id = "create_posts"
    message = "create posts"

    upgrade {
        createTable("posts") {
            primaryKey(integer("id").autoIncrement())
            varchar("title", 200)
            text("body")
        }
    }

    downgrade {
        dropTable("posts")
    }
}
