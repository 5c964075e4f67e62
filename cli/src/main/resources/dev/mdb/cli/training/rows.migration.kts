revision {
    id = "rows"
    message = "a column and an index"
    down("tables")

    reversible {
        addColumn("train_station") { integer("tracks").default(2) }
        createIndex("train_station", "note")
    }
}
