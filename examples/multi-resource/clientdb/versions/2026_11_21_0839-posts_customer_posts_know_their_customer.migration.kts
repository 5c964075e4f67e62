// posts know their customer
// Created 2026-11-21 08:39 +00:00

revision {
    id = "posts_customer"
    message = "posts know their customer"
    down("seed_posts")
    dependsOn("create_customers", on = "customerdb")  // another resource: mdb runs that first

    upgrade {
        addColumn("posts") { integer("customer_id").nullable().index() }
        for (row in csvRows("data/post_customers.csv")) {
            execute("UPDATE posts SET customer_id = ? WHERE id = ?", row["customer"]?.toInt(), row["post"]?.toInt())
        }
    }

    downgrade {
        dropColumn("posts", "customer_id")
    }
}
