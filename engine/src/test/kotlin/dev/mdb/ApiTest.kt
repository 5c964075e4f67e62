package dev.mdb

import dev.mdb.testing.ApiDump
import io.kotest.core.spec.style.FunSpec
import java.nio.file.Path

class ApiTest :
    FunSpec({
        test("the API is that of api/mdb-engine.api") {
            // Left out: the kinds of resources, found by their scheme; `project.author` and `schema.diff`, which write scripts for the command line.
            val packages = listOf("", ".error", ".graph", ".schema", ".operation", ".resource", ".project", ".migrate")
            ApiDump(Path.of("api/mdb-engine.api"), packages.map { "dev.mdb$it.*" }.toSet()).check()
        }
    })
