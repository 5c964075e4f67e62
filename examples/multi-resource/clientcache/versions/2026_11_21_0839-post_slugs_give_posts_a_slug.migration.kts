// give posts a slug
// Created 2026-11-21 08:39 +00:00

revision {
    id = "post_slugs"
    message = "give posts a slug"
    down("initial_posts")
    transaction = Transaction.NONE  // each batch by itself: a run that breaks off goes on where it was

    upgrade {
        scan("post:*", batch = 100) { post ->
            hset(post, "slug", hget(post, "title").orEmpty().lowercase().replace(Regex("[^a-z0-9]+"), "-"))
        }
    }

    downgrade {
        scan("post:*", batch = 100) { post -> hdel(post, "slug") }
    }
}
