package io.kotest.provided

import io.kotest.core.config.AbstractProjectConfig

/** Kotest would else take any class of this name in the specs' package for its own: `dev.mdb.project.ProjectConfig` is not. */
class ProjectConfig : AbstractProjectConfig()
