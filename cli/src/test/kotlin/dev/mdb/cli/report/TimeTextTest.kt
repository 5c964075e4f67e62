package dev.mdb.cli.report

import io.kotest.core.spec.style.FunSpec
import io.kotest.datatest.withData
import io.kotest.matchers.shouldBe
import java.time.Duration

class TimeTextTest :
    FunSpec({
        context("a time is told as people read it, exactly where it is short") {
            withData(
                0L to "0 ms",
                118L to "118 ms",
                999L to "999 ms",
                1_000L to "1.0 s",
                4_180L to "4.2 s",
                59_940L to "59.9 s",
                59_960L to "1 min 0 s",
                192_000L to "3 min 12 s",
                3_600_000L to "1 h 0 min",
                9_000_000L to "2 h 30 min",
            ) { (millis, text) -> TimeText.of(Duration.ofMillis(millis)) shouldBe text }
        }

        test("of what goes on, the seconds") {
            TimeText.inSeconds(Duration.ofMillis(12_900)) shouldBe "12 s"
            TimeText.inSeconds(Duration.ofMillis(60_000)) shouldBe "1 min 0 s"
        }
    })
