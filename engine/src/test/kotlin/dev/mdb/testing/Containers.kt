package dev.mdb.testing

import org.testcontainers.DockerClientFactory
import org.testcontainers.containers.GenericContainer
import org.testcontainers.mariadb.MariaDBContainer
import org.testcontainers.mysql.MySQLContainer
import org.testcontainers.postgresql.PostgreSQLContainer
import org.testcontainers.utility.DockerImageName

/** Servers in Docker. Testcontainers removes them when the JVM has ended, however it ended. */
internal object Containers {
    private const val REDIS_PORT = 6379

    val available: Boolean by lazy { DockerClientFactory.instance().isDockerAvailable }

    fun postgres(): String {
        val server = PostgreSQLContainer("postgres:18").withUsername(TestUser.NAME).withPassword(TestUser.PASSWORD)
        server.start()
        return url("postgresql", TestUser.NAME, server.host, server.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT), "postgres")
    }

    fun mysql(): String {
        val server = MySQLContainer("mysql:8.4").withPassword(TestUser.PASSWORD)
        server.start()
        return url("mysql", "root", server.host, server.getMappedPort(MySQLContainer.MYSQL_PORT), "mysql")
    }

    fun mariadb(): String {
        val server = MariaDBContainer("mariadb:11.4").withPassword(TestUser.PASSWORD)
        server.start()
        return url("mariadb", "root", server.host, server.getMappedPort(MARIADB_PORT), "mysql")
    }

    fun redis(): String {
        val server = GenericContainer(DockerImageName.parse("redis:7")).withExposedPorts(REDIS_PORT)
        server.start()
        return "redis://${server.host}:${server.getMappedPort(REDIS_PORT)}/0"
    }

    private const val MARIADB_PORT = 3306

    private fun url(scheme: String, user: String, host: String, port: Int, database: String) =
        "$scheme://$user:${TestUser.encodedPassword}@$host:$port/$database"
}
