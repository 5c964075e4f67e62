revision {
    id = "create_post"
    message = "Create posts"

    upgrade {
        createTable("post") {
            primaryKey(integer("id").autoIncrement())
            varchar("title", 200)
        }
    }
    downgrade { dropTable("post") }
}
