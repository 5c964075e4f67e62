revision {
    id = "welcome"
    message = "A first product"
    down("create_product")

    upgrade { insert("product") { row("id" to 1, "name" to "Welcome, ${args["TENANT"]}") } }
    downgrade { execute("DELETE FROM product WHERE id = 1") }
}
