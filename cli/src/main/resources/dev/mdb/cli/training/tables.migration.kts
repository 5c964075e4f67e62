import java.time.LocalDate

// What the launcher's training compiles and runs: the usual words of a script, so that their classes are in the archives.
val prefix = "train"

revision {
    id = "tables"
    message = "the usual operations"
    branch("TRAINING")

    upgrade {
        createTable(named("station")) {
            primaryKey(integer("id").autoIncrement())
            varchar("name", 80).uniqueIndex()
            text("note").nullable()
            bool("open").default(true)
            decimal("height", 8, 2).default(0.toBigDecimal())
            long("opened").default(LocalDate.of(2020, 1, 1).toEpochDay())
        }
        createTable(named("line")) {
            primaryKey(long("id").autoIncrement())
            integer("station").references("train_station", "id")
            index("station")
        }
        addColumn(named("line")) { varchar("code", 12).nullable() }
        createIndex(named("line"), "code")
        insert(named("station")) {
            row("name" to "North", "note" to null)
            row("name" to "South", "note" to "by the river")
        }
        execute("UPDATE train_station SET note = ? WHERE name = ?", "hill", "North")
        if (kind == "sqlite") execute("UPDATE train_station SET open = 0 WHERE id = 2")
        query("SELECT name FROM train_station").forEach { check(it.toString().isNotEmpty()) }
    }
    downgrade {
        dropIndex(named("line"), "code")
        dropColumn(named("line"), "code")
        dropTable(named("line"))
        dropTable(named("station"))
    }
}

fun named(table: String) = "${prefix}_$table"
