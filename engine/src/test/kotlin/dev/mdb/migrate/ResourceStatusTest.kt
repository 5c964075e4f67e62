package dev.mdb.migrate

import dev.mdb.project.Projects
import dev.mdb.resource.Kind
import dev.mdb.resource.TestResource
import dev.mdb.resource.withResource
import io.kotest.core.spec.style.FunSpec
import io.kotest.engine.spec.tempdir
import io.kotest.matchers.shouldBe

/** A project whose only resource is the one of the test. */
private fun TestResource.project() =
    Projects(folder).config("[resources.main]\nurl = '$url'").script("a1").open().resource("main")

class ResourceStatusTest :
    FunSpec({
        test("the kind is what the server says that it is") {
            val kinds = mapOf(Kind.SQLITE to "sqlite", Kind.POSTGRES to "postgresql", Kind.MYSQL to "mysql", Kind.MARIADB to "mariadb", Kind.REDIS to "redis")
            withResource { ResourceStatus.of(project()).kind().get() shouldBe kinds[kind] }
        }

        test("a server that does not answer is of the kind that its url tells") {
            val config = "[resources.main]\nurl = 'mariadb://nobody@127.0.0.1:1/none'"
            val status = ResourceStatus.of(Projects(tempdir().toPath()).config(config).script("a1").open().resource("main"))
            status.problem().isPresent shouldBe true
            status.kind().get() shouldBe "mysql"
        }
    })
