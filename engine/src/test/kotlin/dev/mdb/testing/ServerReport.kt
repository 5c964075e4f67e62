package dev.mdb.testing

import org.junit.platform.launcher.TestExecutionListener
import org.junit.platform.launcher.TestPlan

/** Says at the end of a test run which servers it ran on, and which were missing. */
class ServerReport : TestExecutionListener {
    override fun testPlanExecutionFinished(testPlan: TestPlan) {
        TestServers.report().forEach { println("[servers] $it") }
    }
}
