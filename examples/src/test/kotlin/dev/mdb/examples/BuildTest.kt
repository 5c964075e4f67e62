package dev.mdb.examples

import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.collections.shouldBeEmpty
import io.kotest.matchers.collections.shouldNotBeEmpty
import java.nio.file.Files
import kotlin.io.path.listDirectoryEntries
import kotlin.io.path.readText

class BuildTest :
    FunSpec({
        test("the build holds every jar that its class paths name") {
            val home = checkout.resolve("cli/target").listDirectoryEntries("mdb-*").first { Files.isDirectory(it.resolve("lib")) }
            val named = home.resolve("lib").listDirectoryEntries("*.classpath").flatMap { it.readText().trim().split(":") }
            named.shouldNotBeEmpty()
            named.filterNot { Files.isRegularFile(home.resolve(it)) }.shouldBeEmpty()
        }
    })
