package dev.mdb.project

import io.kotest.core.spec.style.FunSpec
import io.kotest.datatest.withData
import io.kotest.matchers.shouldBe
import java.time.Instant
import java.time.ZoneId

class ScriptNameTest :
    FunSpec({
        context("slugs follow Alembic's rules") {
            withData(
                Triple("Create posts", 40, "create_posts"),
                Triple("  add: column 'x' -- (again)!  ", 40, "add_column_x_again"),
                Triple("snake_case stays", 40, "snake_case_stays"),
                Triple("Größe ändern", 40, "größe_ändern"),
                Triple("one two three four", 13, "one_two_"),
                Triple("one two three four", 14, "one_two_three_"),
                Triple("exactly ten", 11, "exactly_ten"),
                Triple("incomprehensibilities", 10, "incomprehe_"),
                Triple("!!!", 40, ""),
            ) { (message, limit, slug) ->
                Slug.of(message, limit) shouldBe slug
            }
        }

        context("file names") {
            val created = Instant.parse("2026-03-04T05:06:07Z").atZone(ZoneId.of("Asia/Tokyo"))
            withData(
                FileNameTemplate.DEFAULT.text() to "2026_03_04_1406-ab12_create_posts",
                "{rev}_{slug}" to "ab12_create_posts",
                "{epoch}-{id}" to "1772600767-ab12",
                "{year}/{month}/{day}T{hour}.{minute}.{second}_{slug}" to "2026/03/04T14.06.07_create_posts",
            ) { (template, name) ->
                FileNameTemplate.faults(template) shouldBe emptyList()
                FileNameTemplate(template).fileName("ab12", "create_posts", created) shouldBe name
            }
        }

        context("the nearest name") {
            val known = listOf("heads", "history", "init", "upgrade")
            withData(nameFn = {
                it.first
            }, "hed" to "heads", "HISTORY" to "history", "upgarde" to "upgrade", "inti" to "init", "x" to null) { (word, nearest) ->
                NearestName.of(word, known).orElse(null) shouldBe nearest
            }
        }
    })
