// Init mod2 seed system data
// Created 2026-11-21 07:56 +00:00

revision {
    id = "init_mod2_popdata"
    message = "Init mod2 seed system data"
    down("init_mod2_funcproc")

    upgrade {
        csv("data/mod2_document.csv", into = "mod2_document", delimiter = ';')
    }

    downgrade {
        execute("DELETE FROM mod2_document")
    }
}
