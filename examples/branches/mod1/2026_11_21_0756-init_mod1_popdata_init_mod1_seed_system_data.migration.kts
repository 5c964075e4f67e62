// Init mod1 seed system data
// Created 2026-11-21 07:56 +00:00

revision {
    id = "init_mod1_popdata"
    message = "Init mod1 seed system data"
    down("init_mod1_funcproc")

    upgrade {
        csv("data/mod1_category.csv", into = "mod1_category")
        csv("data/mod1_item.csv", into = "mod1_item")
    }

    downgrade {
        execute("DELETE FROM mod1_item")
        execute("DELETE FROM mod1_category")
    }
}
