package dev.mdb.testing

import java.net.InetAddress
import java.net.ServerSocket
import java.net.URLEncoder

/**
 * A server that tests may fill and empty as they like.
 *
 * @property url in the plain form, with a user that may do everything; for a database server with the name of its own database
 * @property origin for people: where the server came from
 */
class TestServer(val url: String, val origin: String)

/** The user of the servers that are started here: the name is plain, the password is not. */
object TestUser {
    const val NAME = "mdb"
    const val PASSWORD = "p%40 @!/?#:'\"\\ü&=+"

    /** As it stands in a URL. */
    val encodedPassword: String = URLEncoder.encode(PASSWORD, Charsets.UTF_8).replace("+", "%20")
}

/** A port that nobody listens on now. */
fun freePort(): Int = ServerSocket(0, 1, InetAddress.getLoopbackAddress()).use { it.localPort }
