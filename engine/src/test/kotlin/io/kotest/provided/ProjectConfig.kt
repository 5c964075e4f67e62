package io.kotest.provided

import io.kotest.core.config.AbstractProjectConfig

/** Without one here, kotest takes dev.mdb.project.ProjectConfig for its own when only specs of that package run. */
class ProjectConfig : AbstractProjectConfig()
