package dev.mdb.dsl

import dev.mdb.testing.ApiDump
import io.kotest.core.spec.style.FunSpec
import java.nio.file.Path

class ApiTest :
    FunSpec({
        test("the API is that of api/mdb-dsl.api") {
            ApiDump(Path.of("api/mdb-dsl.api")).check()
        }
    })
