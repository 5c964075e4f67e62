package dev.mdb.testing

import java.nio.file.Files
import java.nio.file.Path
import java.security.KeyStore
import java.util.Base64

/** A certificate for `localhost` that nobody vouches for, as PEM files in a folder. */
class SelfSigned(folder: Path) {
    val certificate: Path = folder.resolve("certificate.pem")

    val key: Path = folder.resolve("key.pem")

    init {
        val file = folder.resolve("both.p12")
        val keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString()
        val made = listOf("-genkeypair", "-alias", ALIAS, "-keyalg", "EC", "-dname", "CN=localhost", "-ext", "san=dns:localhost")
        LocalProcess.run(folder, listOf(keytool) + made + listOf("-keystore", "$file", "-storepass", SECRET, "-validity", "2"))
        val store = KeyStore.getInstance(file.toFile(), SECRET.toCharArray())
        Files.writeString(certificate, pem("CERTIFICATE", store.getCertificate(ALIAS).encoded))
        Files.writeString(key, pem("PRIVATE KEY", store.getKey(ALIAS, SECRET.toCharArray()).encoded))
    }

    private fun pem(title: String, bytes: ByteArray) =
        "-----BEGIN $title-----\n${Base64.getMimeEncoder().encodeToString(bytes)}\n-----END $title-----\n"

    private companion object {
        const val ALIAS = "server"
        const val SECRET = "changeit"
    }
}
