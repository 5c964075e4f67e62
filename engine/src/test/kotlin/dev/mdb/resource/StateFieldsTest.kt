package dev.mdb.resource

import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.shouldBe
import io.kotest.property.Arb
import io.kotest.property.arbitrary.instant
import io.kotest.property.checkAll
import java.time.DateTimeException
import java.time.Instant
import java.time.temporal.ChronoUnit

class StateFieldsTest :
    FunSpec({
        test("a time is read back as it was written, of whatever precision and year") {
            checkAll(Arb.instant()) { time ->
                for (unit in listOf(ChronoUnit.SECONDS, ChronoUnit.MILLIS, ChronoUnit.MICROS, ChronoUnit.NANOS)) {
                    val written = time.truncatedTo(unit)
                    StateFields.instant(written.toString()) shouldBe written
                }
            }
        }

        test("times of other shapes are read as Java reads them, or refused as it does") {
            for (text in listOf(
                "2026-11-21T09:30:00.1Z",
                "2026-11-21T09:30:00.123456789Z",
                "-0001-01-01T00:00:00Z",
                "2026-11-21T10:30:00+01:00",
            )) {
                StateFields.instant(text) shouldBe Instant.parse(text)
            }
            val wrong =
                listOf(
                    "",
                    "Z",
                    "2026-11-21",
                    "2026-11-21 09:30:00Z",
                    "2026-13-21T09:30:00Z",
                    "2026-02-30T09:30:00Z",
                    "2026-11-21T25:30:00Z",
                    "2026-11-21T09:30:00.1234567891Z",
                    "2026-11-21T09:30:0xZ",
                    "2026-11-21T09:30:00",
                )
            for (text in wrong) {
                shouldThrow<DateTimeException> { Instant.parse(text) }
                shouldThrow<DateTimeException> { StateFields.instant(text) }
            }
        }
    })
