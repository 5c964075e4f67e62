package dev.mdb.project

import io.kotest.core.spec.style.FunSpec
import io.kotest.engine.spec.tempdir
import io.kotest.matchers.shouldBe
import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.attribute.PosixFilePermissions
import java.util.Optional

class CacheFolderTest :
    FunSpec({
        fun found(system: String, vararg environment: Pair<String, String>, home: String = "/home/me"): Path? {
            val properties = mapOf("os.name" to system, "user.home" to home)
            return CacheFolder.find(environment.toMap()::get, properties::get).orElse(null)
        }

        test("every system has its own place") {
            found("Linux") shouldBe Path.of("/home/me/.cache/mdb")
            found("Linux", "XDG_CACHE_HOME" to "/big/cache") shouldBe Path.of("/big/cache/mdb")
            found("Mac OS X") shouldBe Path.of("/home/me/Library/Caches/mdb")
            found("Windows 11", "LOCALAPPDATA" to "/local") shouldBe Path.of("/local/mdb")
        }

        test("a relative or empty XDG_CACHE_HOME counts as none, as its specification says") {
            found("Linux", "XDG_CACHE_HOME" to "cache") shouldBe Path.of("/home/me/.cache/mdb")
            found("Linux", "XDG_CACHE_HOME" to "") shouldBe Path.of("/home/me/.cache/mdb")
        }

        test("MDB_CACHE goes before the user's place, and the setting before both") {
            found("Linux", "MDB_CACHE" to "/mine") shouldBe Path.of("/mine")
            val options = ScriptOptions.of(Path.of("/project")).environment(mapOf("MDB_CACHE" to "/mine"))
            CacheFolder.find(options).get() shouldBe Path.of("/mine")
            CacheFolder.find(options.cache(Path.of("kept"))).get() shouldBe Path.of("/project/kept")
        }

        test("a user without a name has the home of the environment, or none") {
            found("Linux", home = "?") shouldBe null
            found("Linux", "HOME" to "/work", home = "?") shouldBe Path.of("/work/.cache/mdb")
            found("Linux", "XDG_CACHE_HOME" to "/big/cache", home = "?") shouldBe Path.of("/big/cache/mdb")
            val nobody = ScriptOptions.of(Path.of("/project")).environment(mapOf("MDB_CACHE" to "/mine"))
            FolderPlace
                .of(Path.of("versions"), nobody)
                .storeFile()
                .get()
                .startsWith("/mine") shouldBe true
        }

        test("a folder that is made is the user's alone") {
            val folder = tempdir().toPath().resolve("a/b")
            CacheFolder.create(folder)
            PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)) shouldBe "rwx------"
        }

        test("a location below the project keeps its key when the project moves with its cache") {
            fun key(project: String) =
                FolderPlace.of(Path.of("versions"), ScriptOptions.of(Path.of(project)).cache(Path.of("cache"))).key()
            key("/one/place") shouldBe key("/another/place/altogether")
            val elsewhere = ScriptOptions(Path.of("/one/place"), false, listOf(), Optional.of(Path.of("/cache")))
            (FolderPlace.of(Path.of("versions"), elsewhere).key() == key("/one/place")) shouldBe false
        }
    })
