// store first customers
// Created 2026-11-21 08:39 +00:00

revision {
    id = "seed_customers"
    message = "store first customers"
    down("create_customers")
    branch("FIRST")

    upgrade {
        csv("data/customers.csv", into = "customers")
    }

    downgrade {
        execute("DELETE FROM customers WHERE id <= 2")
    }
}
