package dev.mdb.testing

import org.testcontainers.DockerClientFactory
import org.testcontainers.containers.GenericContainer
import org.testcontainers.mariadb.MariaDBContainer
import org.testcontainers.mysql.MySQLContainer
import org.testcontainers.postgresql.PostgreSQLContainer
import org.testcontainers.utility.DockerImageName

/**
 * Servers in Docker. Testcontainers removes them when the JVM has ended, however it ended. `MDB_TEST_MYSQL_IMAGE` and its sisters
 * name another image: `mysql:9`.
 */
internal object Containers {
    private const val REDIS_PORT = 6379
    private const val MARIADB_PORT = 3306

    /** Plain: the images write it into SQL, not all of them with care. */
    private const val PASSWORD = "secret-of-the-tests"

    val available: Boolean by lazy { DockerClientFactory.instance().isDockerAvailable }

    fun postgres(): String {
        val server = PostgreSQLContainer(image("MDB_TEST_POSTGRES_IMAGE", "postgres:18")).withUsername(TestUser.NAME).withPassword(PASSWORD)
        server.start()
        return url("postgresql", TestUser.NAME, server.host, server.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT), "postgres")
    }

    fun mysql(): String {
        val server = MySQLContainer(image("MDB_TEST_MYSQL_IMAGE", "mysql:8.4")).withPassword(PASSWORD)
        server.start()
        return url("mysql", "root", server.host, server.getMappedPort(MySQLContainer.MYSQL_PORT), "mysql")
    }

    fun mariadb(): String {
        val server = MariaDBContainer(image("MDB_TEST_MARIADB_IMAGE", "mariadb:11.4")).withPassword(PASSWORD)
        server.start()
        return url("mariadb", "root", server.host, server.getMappedPort(MARIADB_PORT), "mysql")
    }

    fun redis(): String {
        val server = GenericContainer(DockerImageName.parse(image("MDB_TEST_REDIS_IMAGE", "redis:7"))).withExposedPorts(REDIS_PORT)
        server.start()
        return "redis://${server.host}:${server.getMappedPort(REDIS_PORT)}/0"
    }

    private fun image(variable: String, usual: String) = System.getenv(variable)?.takeIf { it.isNotBlank() } ?: usual

    private fun url(scheme: String, user: String, host: String, port: Int, database: String) =
        "$scheme://$user:$PASSWORD@$host:$port/$database"
}
