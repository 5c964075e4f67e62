revision {
    id = "first_post"
    message = "A first post"
    down("create_post")

    upgrade { insert("post") { row("title" to "Hello") } }
    downgrade { execute("DELETE FROM post WHERE title = 'Hello'") }
}
