package dev.mdb.migrate

import dev.mdb.error.MdbException
import dev.mdb.graph.AppliedSet
import dev.mdb.graph.Dependency
import dev.mdb.resource.AppliedRevision
import dev.mdb.resource.Resource
import dev.mdb.resource.TestResource
import dev.mdb.resource.withResource
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.collections.shouldBeEmpty
import io.kotest.matchers.collections.shouldContainExactly
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldContain
import java.util.Optional

private fun on(resource: String, name: String, optional: Boolean = false) = Dependency(name, optional, Optional.of(resource))

private val posts =
    TestScripts().apply {
        revision("create_posts") { }
        revision("fill_posts", "create_posts", dependsOn = listOf(on("customers", "create_customers"))) { }
    }

private val customers =
    TestScripts().apply {
        revision("create_customers") { }
        revision("link_posts", "create_customers", dependsOn = listOf(on("posts", "create_posts"))) { }
        revision("last", "link_posts") { }
    }

/** Two resources, kept apart by their version tables. */
private fun TestResource.pair(): Pair<Resource, Resource> = open("posts_version") to open("customers_version")

private class Order : MigrationListener {
    val steps = ArrayList<String>()

    override fun stepFinished(resource: String, step: StepReport) {
        steps.add(step.revision())
    }
}

private fun Resource.neighbour(name: String, scripts: TestScripts) =
    Neighbour(name, {
        scripts.graph
    }, { AppliedSet.of(connect(dev.mdb.resource.Access.READ).use { it.state().applied().map(AppliedRevision::id) }) })

/**
 * ```
 * posts:      create_posts ------------ fill_posts
 *                   ^ .                      . depends on
 *                   |  (depends on)          v
 * customers:  create_customers -- link_posts -- last
 * ```
 * `fill_posts` depends on `create_customers`, `link_posts` on `create_posts`.
 */
class CrossResourceTest :
    FunSpec({
        test("one plan runs through both: a resource waits in between for what it needs of the other") {
            withResource {
                val (p, c) = pair()
                val order = Order()
                migrator(
                    order,
                ).run(listOf(posts.upgrade(p, "heads", name = "posts"), customers.upgrade(c, "heads", name = "customers")), settings())
                order.steps.shouldContainExactly("create_posts", "create_customers", "fill_posts", "link_posts", "last")
                p.appliedIds().shouldContainExactly("create_posts", "fill_posts")
                c.appliedIds().shouldContainExactly("create_customers", "link_posts", "last")
            }
        }

        test("what is needed of the other comes along, and no more") {
            withResource {
                val (p, c) = pair()
                migrator().run(listOf(posts.upgrade(p, "heads", name = "posts"), customers.upgrade(c, name = "customers")), settings())
                c.appliedIds().shouldContainExactly("create_customers")
            }
        }

        test("a downgrade of both takes dependents first") {
            withResource {
                val (p, c) = pair()
                migrator().run(
                    listOf(posts.upgrade(p, "heads", name = "posts"), customers.upgrade(c, "heads", name = "customers")),
                    settings(),
                )
                val order = Order()
                migrator(
                    order,
                ).run(listOf(posts.downgrade(p, "base", name = "posts"), customers.downgrade(c, "base", name = "customers")), settings())
                order.steps.shouldContainExactly("fill_posts", "last", "link_posts", "create_posts", "create_customers")
                p.appliedIds().shouldBeEmpty()
                c.appliedIds().shouldBeEmpty()
            }
        }

        test("alone, what is missing in the other is an error that names the command, and nothing runs") {
            withResource {
                val (p, c) = pair()
                val failure =
                    shouldThrow<MdbException> {
                        migrator().run(
                            listOf(posts.upgrade(p, "heads", name = "posts")),
                            listOf(c.neighbour("customers", customers)),
                            settings(),
                        )
                    }
                failure.exitStatus() shouldBe 3
                failure
                    .problems()
                    .single()
                    .help()
                    .get() shouldContain "mdb -n customers upgrade create_customers"
                p.appliedIds().shouldBeEmpty()
                migrator().run(listOf(customers.upgrade(c, "create_customers", name = "customers")), settings())
                migrator().run(listOf(posts.upgrade(p, "heads", name = "posts")), listOf(c.neighbour("customers", customers)), settings())
                p.appliedIds().shouldContainExactly("create_posts", "fill_posts")
            }
        }

        test("alone, what the other still needs is not taken away") {
            withResource {
                val (p, c) = pair()
                migrator().run(
                    listOf(posts.upgrade(p, "create_posts", name = "posts"), customers.upgrade(c, "link_posts", name = "customers")),
                    settings(),
                )
                val failure =
                    shouldThrow<MdbException> {
                        migrator().run(
                            listOf(posts.downgrade(p, "base", name = "posts")),
                            listOf(c.neighbour("customers", customers)),
                            settings(),
                        )
                    }
                failure.message.orEmpty() shouldContain "link_posts of customers depends on it"
                p.appliedIds().shouldContainExactly("create_posts")
            }
        }

        test("an unknown resource and an unknown revision are named; an optional dependency drops out") {
            withResource {
                val (p, c) = pair()
                val unknownResource = TestScripts().apply { revision("a", dependsOn = listOf(on("nowhere", "x"))) { } }
                shouldThrow<MdbException> {
                    migrator().run(
                        listOf(unknownResource.upgrade(p, "heads")),
                        settings(),
                    )
                }.message.orEmpty() shouldContain
                    "nowhere"
                val unknownRevision = TestScripts().apply { revision("a", dependsOn = listOf(on("customers", "nosuch"))) { } }
                val run = { scripts: TestScripts ->
                    migrator().run(listOf(scripts.upgrade(p, "heads")), listOf(c.neighbour("customers", customers)), settings())
                }
                shouldThrow<MdbException> { run(unknownRevision) }.message.orEmpty() shouldContain "nosuch"
                run(TestScripts().apply { revision("a", dependsOn = listOf(on("customers", "nosuch", optional = true))) { } })
                p.appliedIds().shouldContainExactly("a")
            }
        }

        test("faults of several resources come together, each with its name, before anything runs") {
            withResource {
                val (p, c) = pair()
                val failure =
                    shouldThrow<MdbException> {
                        migrator().run(
                            listOf(
                                posts.upgrade(p, "create_posts", name = "posts"),
                                customers.upgrade(c, "nosuch_one", name = "customers"),
                                posts.upgrade(p, "nosuch_two", name = "more"),
                            ),
                            settings(),
                        )
                    }
                failure.problems().map { it.resource().get() }.shouldContainExactly("customers", "more")
                p.appliedIds().shouldBeEmpty()
            }
        }

        test("resources that wait for each other in a circle are an error before anything runs") {
            withResource {
                val (p, c) = pair()
                val one = TestScripts().apply { revision("a", dependsOn = listOf(on("two", "b"))) { } }
                val two = TestScripts().apply { revision("b", dependsOn = listOf(on("one", "a"))) { } }
                val failure =
                    shouldThrow<MdbException> {
                        migrator().run(listOf(one.upgrade(p, "heads", name = "one"), two.upgrade(c, "heads", name = "two")), settings())
                    }
                failure.exitStatus() shouldBe 3
                p.appliedIds().shouldBeEmpty()
            }
        }
    })
