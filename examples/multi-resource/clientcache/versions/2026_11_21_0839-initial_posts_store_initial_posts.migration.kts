// store initial posts
// Created 2026-11-21 08:39 +00:00

revision {
    id = "initial_posts"
    message = "store initial posts"
    branch("FIRST")

    upgrade {
        val posts = csvRows("data/posts.csv")
        redis {
            for (post in posts) hset("post:${post["id"]}", "title", post["title"].orEmpty())
            sadd("posts", *posts.map { it["id"].orEmpty() }.toTypedArray())
        }
    }

    downgrade {
        val posts = csvRows("data/posts.csv")
        redis {
            for (post in posts) del("post:${post["id"]}")
            del("posts")
        }
    }
}
