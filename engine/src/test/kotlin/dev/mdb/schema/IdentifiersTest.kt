package dev.mdb.schema

import dev.mdb.resource.Access
import dev.mdb.resource.Kind
import dev.mdb.resource.Session
import dev.mdb.resource.Sql
import dev.mdb.resource.execute
import dev.mdb.resource.withResource
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.collections.shouldBeEmpty
import io.kotest.matchers.collections.shouldContainAll
import io.kotest.matchers.shouldBe

private fun names(name: String) = Dialect.entries.map { Ddl.of(it).name(name) }

/** As POSTGRESQL, MYSQL, MARIADB, SQLITE write it. */
private infix fun String.becomes(texts: List<String>) = names(this) shouldBe texts

private fun same(text: String) = List(4) { text }

private fun Session.words(query: String) = query(query, emptyList()).map { it.values().single().toString() }

/** Those that neither a table nor its column can be called. */
private fun Session.refusedNames(dialect: Dialect, words: Collection<String>) =
    words.filter { word ->
        val name = Ddl.of(dialect).name(word)
        runCatching { execute(Sql("CREATE TABLE $name ($name INT)")) }.isFailure
    }

class IdentifiersTest :
    FunSpec({
        test("an ordinary name is written as it is") {
            for (name in listOf("item", "_x1", "a\$b", "name", "mod1.item", "user_id")) name becomes same(name)
        }

        test("capitals are quoted where they would be lost") {
            "Item" becomes listOf("\"Item\"", "Item", "Item", "Item")
        }

        test("odd characters are quoted, and so are quotes") {
            "a b" becomes listOf("\"a b\"", "`a b`", "`a b`", "\"a b\"")
            "1a" becomes listOf("\"1a\"", "`1a`", "`1a`", "\"1a\"")
            "ä" becomes listOf("\"ä\"", "`ä`", "`ä`", "\"ä\"")
            "a\"b`c" becomes listOf("\"a\"\"b`c\"", "`a\"b``c`", "`a\"b``c`", "\"a\"\"b`c\"")
        }

        test("reserved words are quoted in any case, each part of a name by itself") {
            "order" becomes listOf("\"order\"", "`order`", "`order`", "\"order\"")
            "ORDER" becomes listOf("\"ORDER\"", "`ORDER`", "`ORDER`", "\"ORDER\"")
            "user.rank" becomes listOf("\"user\".rank", "user.`rank`", "user.`rank`", "user.rank")
        }

        test("PostgreSQL: the reserved words are the server's, and no keyword is refused as a name") {
            withResource(Kind.POSTGRES) {
                resource.connect(Access.WRITE).use {
                    ReservedWords.of(Dialect.POSTGRESQL) shouldContainAll
                        it.words("SELECT word FROM pg_get_keywords() WHERE catcode IN ('R', 'T')")
                    it.refusedNames(Dialect.POSTGRESQL, it.words("SELECT word FROM pg_get_keywords()")).shouldBeEmpty()
                }
            }
        }

        test("MariaDB: no keyword is refused as a name") {
            withResource(Kind.MARIADB) {
                resource.connect(Access.WRITE).use {
                    val words = it.words("SELECT DISTINCT LOWER(word) FROM information_schema.keywords WHERE word REGEXP '^[A-Za-z_]+$'")
                    it.refusedNames(Dialect.MARIADB, words).shouldBeEmpty()
                }
            }
        }

        test("MySQL: the reserved words are the server's") {
            withResource(Kind.MYSQL) {
                resource.connect(Access.WRITE).use {
                    ReservedWords.of(Dialect.MYSQL) shouldContainAll
                        it.words("SELECT LOWER(word) FROM information_schema.keywords WHERE reserved = 1")
                }
            }
            ReservedWords.of(Dialect.MYSQL) shouldContainAll listOf("rank", "lateral", "library", "qualify")
        }

        test("SQLite: no word that any dialect reserves is refused as a name") {
            withResource(Kind.SQLITE) {
                resource.connect(Access.WRITE).use {
                    it.refusedNames(Dialect.SQLITE, Dialect.entries.flatMap(ReservedWords::of).toSet()).shouldBeEmpty()
                }
            }
        }
    })
