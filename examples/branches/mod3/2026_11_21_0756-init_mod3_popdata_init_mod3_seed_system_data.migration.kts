// Init mod3 seed system data
// Created 2026-11-21 07:56 +00:00

revision {
    id = "init_mod3_popdata"
    message = "Init mod3 seed system data"
    down("init_mod3_funcproc")

    upgrade {
        csv("data/mod3_order.csv", into = "mod3_order")
        csv("data/mod3_line.csv", into = "mod3_line")
    }

    downgrade {
        execute("DELETE FROM mod3_line")
        execute("DELETE FROM mod3_order")
    }
}
