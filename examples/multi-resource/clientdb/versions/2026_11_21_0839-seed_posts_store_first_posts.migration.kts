// store first posts
// Created 2026-11-21 08:39 +00:00

revision {
    id = "seed_posts"
    message = "store first posts"
    down("create_posts")
    branch("FIRST")

    upgrade {
        csv("data/posts.csv", into = "posts")
    }

    downgrade {
        execute("DELETE FROM posts WHERE id <= 3")
    }
}
