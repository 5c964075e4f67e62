revision {
    id = "welcome"
    message = "A first product"
    down("create_product")

    upgrade {
        val tenant = args["TENANT"]
        insert("product") { row("id" to 1, "name" to "Welcome, $tenant") }
    }
    downgrade { execute("DELETE FROM product WHERE id = 1") }
}
