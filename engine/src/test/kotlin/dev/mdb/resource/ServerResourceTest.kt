package dev.mdb.resource

import dev.mdb.error.MdbException
import dev.mdb.error.Problem
import dev.mdb.testing.TestUser
import dev.mdb.testing.connect
import dev.mdb.testing.freePort
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.collections.shouldBeEmpty
import io.kotest.matchers.collections.shouldContainExactly
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldContain
import io.kotest.matchers.string.shouldNotContain
import java.net.URLEncoder
import java.time.Duration
import java.time.Instant
import java.util.concurrent.atomic.AtomicBoolean
import kotlin.concurrent.thread

private val passwords = listOf("p%41@!/x", "q'u\"o\\te`s", "größe 修订 & more=?#", "%", "a+b", "\${env:HOME}", "x:y,z;")

private fun applied(id: String) =
    AppliedRevision(id, emptyList(), emptyList(), emptyList(), "", "", Instant.EPOCH, "me", Duration.ZERO)

private fun TestResource.administer(vararg statements: String) =
    connect(url).use { connection -> connection.createStatement().use { statement -> statements.forEach { statement.execute(it) } } }

/** A user who may log in to the test's database and nothing more, for as long as the work lasts. */
fun TestResource.withUser(password: String, work: (String) -> Unit) {
    val name = "u" + url.substringAfterLast("_test_")
    val text = password.replace("'", "''")
    if (kind == Kind.POSTGRES) {
        administer("CREATE ROLE $name LOGIN PASSWORD '$text'")
    } else {
        administer(
            "CREATE USER $name@'%' IDENTIFIED BY '${text.replace("\\", "\\\\")}'",
            "GRANT SELECT ON ${url.substringAfterLast('/')}.* TO $name@'%'",
        )
    }
    try {
        work(name)
    } finally {
        administer(if (kind == Kind.POSTGRES) "DROP ROLE $name" else "DROP USER $name@'%'")
    }
}

fun TestResource.addressWithoutLogin() = url.replace(Regex("//.*@"), "//")

private fun problem(work: () -> Any?): Problem = shouldThrow<MdbException> { work() }.problems().single()

/** Everything that is said about a failure, by whomever. */
private fun texts(failure: Throwable) = generateSequence(failure) { it.cause }.joinToString("\n") { it.toString() }

/** What every kind of database server does the same way: logins, schemas, and being gone. */
class ServerResourceTest :
    FunSpec({
        test("passwords with signs of any kind work apart from the URL and percent-encoded in it") {
            withResource(*Kind.servers) {
                for (password in passwords) {
                    withUser(password) { user ->
                        open(url = addressWithoutLogin(), user = user, password = password).connect(Access.READ).close()
                        val encoded = URLEncoder.encode(password, Charsets.UTF_8).replace("+", "%20")
                        open(url = url.replace(Regex("//.*@"), "//$user:$encoded@")).connect(Access.READ).close()
                        open(url = "jdbc:" + addressWithoutLogin() + "?user=$user&password=$encoded").connect(Access.READ).close()
                    }
                }
            }
        }

        test("a refused login says so, and no text holds the password") {
            withResource(*Kind.servers) {
                for (password in passwords.filter { it.length > 3 }) {
                    val refused = open(url = addressWithoutLogin(), user = TestUser.NAME, password = password)
                    val failure = shouldThrow<MdbException> { refused.connect(Access.READ) }
                    failure.problems().single().code() shouldBe "login-refused"
                    texts(failure) shouldNotContain password
                    (refused.toString() + refused.maskedUrl()) shouldNotContain password
                }
            }
        }

        test("the URL for people has no password and no secret parameter") {
            withResource(*Kind.servers) {
                val shown = open(url = "$url?sslpassword=hush&x=y").maskedUrl()
                shown shouldNotContain TestUser.encodedPassword
                shown shouldNotContain "hush"
                shown shouldContain "x=y"
            }
        }

        test("a database that does not exist is named with the statement that creates it") {
            withResource(*Kind.servers) {
                val problem = problem { open(url = url + "_nowhere").connect(Access.READ) }
                problem.code() shouldBe "no-database"
                problem.message() shouldContain "_nowhere"
                problem.help().get() shouldContain "CREATE DATABASE"
            }
        }

        test("a server that is not there is named in one line") {
            withResource(*Kind.servers) {
                val port = freePort()
                val problem = problem { open(url = url.replace(Regex("@.*/"), "@127.0.0.1:$port/")).connect(Access.READ) }
                problem.code() shouldBe "cannot-connect"
                problem.message() shouldContain "127.0.0.1:$port"
                problem.message() shouldNotContain "\n"
                problem { open(url = "${url.substringBefore(':')}://no.such.host.invalid/x").connect(Access.READ) }.message() shouldContain
                    "invalid"
            }
        }

        test("a user without the right to create tables may look, and is told what is missing when it writes") {
            withResource(*Kind.servers) {
                if (kind == Kind.POSTGRES) administer("REVOKE CREATE ON SCHEMA public FROM PUBLIC")
                withUser("secret") { user ->
                    val restricted = open(url = addressWithoutLogin(), user = user, password = "secret")
                    restricted.connect(Access.READ).use { it.state().applied().shouldBeEmpty() }
                    val problem = problem { restricted.connect(Access.WRITE).use { it.state().prepare() } }
                    problem.code() shouldBe "no-right"
                    problem.help().get() shouldContain "right to create tables"
                }
            }
        }

        test("a session that the server ends in the middle is a lost connection, and its transaction is dropped") {
            withResource(*Kind.servers) {
                resource.connect(Access.WRITE).use { session ->
                    session.state().prepare()
                    session.begin()
                    session.state().add(applied("a"))
                    val self = if (kind == Kind.POSTGRES) "pg_backend_pid()" else "CONNECTION_ID()"
                    val id = session.query("SELECT $self AS id", emptyList()).single()["id"]
                    administer(if (kind == Kind.POSTGRES) "SELECT pg_terminate_backend($id)" else "KILL $id")
                    problem { session.state().add(applied("b")) }.code() shouldBe "connection-lost"
                    problem { session.commit() }.code() shouldBe "connection-lost"
                }
                resource.connect(Access.READ).use { it.state().applied().shouldBeEmpty() }
            }
        }

        test("a lock whose session was ended by the server is reported as lost, and free for others") {
            withResource(*Kind.servers) {
                val lock = resource.lock(owner, LockWait(Duration.ZERO) {})
                val holder = problem { open().lock(owner, LockWait(Duration.ZERO) {}) }.data()["holder"].toString()
                val id = Regex("(?:backend|connection) (\\d+)").find(holder)!!.groupValues[1]
                administer(if (kind == Kind.POSTGRES) "SELECT pg_terminate_backend($id)" else "KILL $id")
                problem { lock.confirm() }.code() shouldBe "lock-lost"
                open().lock(owner, LockWait(Duration.ofSeconds(10)) {}).close()
                lock.close()
            }
        }

        test("the lock is not given while a statement of a run that was killed goes on") {
            withResource(*Kind.servers) {
                val session = resource.connect(Access.WRITE)
                val ended = AtomicBoolean()
                val sleep = if (kind == Kind.POSTGRES) "SELECT pg_sleep(1)" else "SELECT SLEEP(1)"
                val running = thread { session.use { it.query(sleep, emptyList()) }.also { ended.set(true) } }
                val told = ArrayList<String>()
                open().lock(owner, LockWait(Duration.ofSeconds(20), told::add)).use { ended.get() shouldBe true }
                running.join()
                told.single() shouldContain "a run that broke off"
            }
        }

        test("version tables of two schemas do not see each other, and their schemas are made when they are missing") {
            withResource(*Kind.servers) {
                val schemas = listOf("_one", "_TWO \"odd\"").map { url.substringAfterLast('/') + it }
                try {
                    for (schema in schemas) {
                        open(versionSchema = schema).connect(Access.READ).use { it.state().applied().shouldBeEmpty() }
                        open(versionSchema = schema).connect(Access.WRITE).use {
                            it.state().prepare()
                            it.state().prepare()
                            it.state().add(applied(schema))
                        }
                    }
                    for (schema in schemas) {
                        open(versionSchema = schema).connect(Access.READ).use { session ->
                            session
                                .state()
                                .applied()
                                .map { it.id() }
                                .shouldContainExactly(schema)
                        }
                    }
                    resource.connect(Access.READ).use { it.state().applied().shouldBeEmpty() }
                } finally {
                    if (kind != Kind.POSTGRES) schemas.forEach { administer("DROP DATABASE IF EXISTS `$it`") }
                }
            }
        }

        test("locks of two schemas do not touch each other, and one schema is the same with and without its name") {
            withResource(*Kind.servers) {
                val default = if (kind == Kind.POSTGRES) "public" else url.substringAfterLast('/')
                resource.lock(owner, LockWait(Duration.ZERO) {}).use {
                    open(versionSchema = "other").lock(owner, LockWait(Duration.ZERO) {}).close()
                    problem { open(versionSchema = default).lock(owner, LockWait(Duration.ZERO) {}) }.code() shouldBe "locked"
                }
            }
        }

        test("a version table whose name or whose log's name would be cut off is refused before any connection") {
            withResource(*Kind.servers) {
                problem { open(versionTable = "v".repeat(62)) }.code() shouldBe "name-too-long"
                open(versionTable = "v".repeat(59)).connect(Access.WRITE).use { it.state().prepare() }
            }
        }
    })
