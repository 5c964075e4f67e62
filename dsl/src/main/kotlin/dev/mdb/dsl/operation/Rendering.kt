package dev.mdb.dsl.operation

import dev.mdb.schema.Dialect
import org.jetbrains.exposed.v1.core.DatabaseApi
import org.jetbrains.exposed.v1.core.DatabaseConfig
import org.jetbrains.exposed.v1.core.InternalApi
import org.jetbrains.exposed.v1.core.Transaction
import org.jetbrains.exposed.v1.core.Version
import org.jetbrains.exposed.v1.core.statements.api.IdentifierManagerApi
import org.jetbrains.exposed.v1.core.transactions.TransactionManagerApi
import org.jetbrains.exposed.v1.core.transactions.withThreadLocalTransaction
import org.jetbrains.exposed.v1.core.vendors.DatabaseDialect
import org.jetbrains.exposed.v1.core.vendors.MariaDBDialect
import org.jetbrains.exposed.v1.core.vendors.MysqlDialect
import org.jetbrains.exposed.v1.core.vendors.PostgreSQLDialect
import org.jetbrains.exposed.v1.core.vendors.SQLiteDialect

/**
 * Lets Exposed write DDL with no connection: Exposed asks the current transaction for the dialect and for how names are quoted,
 * and nothing else, so a transaction that knows just these is enough (and spares exposed-jdbc's start-up).
 */
internal object Rendering {
    private val transactions = Dialect.entries.associateWith { RenderingTransaction(RenderingDatabase(it)) }

    @OptIn(InternalApi::class)
    fun <T> inDialect(dialect: Dialect, block: () -> T): T = withThreadLocalTransaction(transactions.getValue(dialect), block)

    /** The name as Exposed would write it: quoted where it must be. */
    fun identifier(dialect: Dialect, name: String): String {
        val identifiers = transactions.getValue(dialect).db.identifierManager
        return inDialect(dialect) { name.split('.').joinToString(".") { identifiers.quoteIfNecessary(it) } }
    }
}

private class RenderingTransaction(override val db: DatabaseApi) : Transaction() {
    override val transactionManager: TransactionManagerApi get() = throw UnsupportedOperationException("renders only")
    override val readOnly: Boolean = true
    override val outerTransaction: Transaction? = null
}

private class RenderingDatabase(private val sql: Dialect) : DatabaseApi(sql.name.lowercase(), DatabaseConfig { }) {
    override val url: String get() = "$vendor:"
    override val vendor: String = sql.name.lowercase()
    override val dialect: DatabaseDialect =
        when (sql) {
            Dialect.POSTGRESQL -> PostgreSQLDialect()
            Dialect.MYSQL -> MysqlDialect()
            Dialect.MARIADB -> MariaDBDialect()
            Dialect.SQLITE -> SQLiteDialect()
        }
    override val dialectMode: String? = null
    override val version: Version = OLDEST.getValue(sql)
    override val fullVersion: String get() = version.toString()
    override val supportsAlterTableWithAddColumn: Boolean = true
    override val supportsAlterTableWithDropColumn: Boolean = true
    override val supportsMultipleResultSets: Boolean = true
    override val supportsSelectForUpdate: Boolean = sql != Dialect.SQLITE
    override val identifierManager: IdentifierManagerApi = RenderingIdentifiers(sql)

    private companion object {
        /** The oldest versions that mdb is meant for: text for them is right on newer ones. */
        val OLDEST =
            mapOf(
                Dialect.POSTGRESQL to Version.from("14.0.0"),
                Dialect.MYSQL to Version.from("8.0.0"),
                Dialect.MARIADB to Version.from("10.6.0"),
                Dialect.SQLITE to Version.from("3.54.0"),
            )
    }
}

/** Names keep their case; those that are keywords or hold odd characters are quoted. */
private class RenderingIdentifiers(private val sql: Dialect) : IdentifierManagerApi() {
    private val mysql = sql == Dialect.MYSQL || sql == Dialect.MARIADB
    override val quoteString: String = if (mysql) "`" else "\""
    override val isUpperCaseIdentifiers: Boolean = false
    override val isUpperCaseQuotedIdentifiers: Boolean = false
    override val isLowerCaseIdentifiers: Boolean = sql == Dialect.POSTGRESQL
    override val isLowerCaseQuotedIdentifiers: Boolean = false
    override val supportsMixedIdentifiers: Boolean = sql != Dialect.POSTGRESQL
    override val supportsMixedQuotedIdentifiers: Boolean = true
    override val extraNameCharacters: String = if (mysql) "$" else ""
    override val oracleVersion: OracleVersion = OracleVersion.NonOracle
    override val maxColumnNameLength: Int = 0

    override fun dbKeywords(): List<String> = emptyList()
}
