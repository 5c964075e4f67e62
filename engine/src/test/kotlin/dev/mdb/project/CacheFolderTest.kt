package dev.mdb.project

import io.kotest.core.spec.style.FunSpec
import io.kotest.engine.spec.tempdir
import io.kotest.matchers.shouldBe
import io.kotest.matchers.shouldNotBe
import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.attribute.PosixFilePermissions

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

        test("HOME goes before what the system has noted for the user, as in the launcher") {
            found("Linux", "HOME" to "/work") shouldBe Path.of("/work/.cache/mdb")
            found("Mac OS X", "HOME" to "/work") shouldBe Path.of("/work/Library/Caches/mdb")
            found("Linux", "HOME" to "work") shouldBe Path.of("/home/me/.cache/mdb")
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

        test("a folder that is made is the user's alone, and one that is carried along can be read by others") {
            fun made(shared: Boolean): String {
                val folder = tempdir().toPath().resolve("a/b")
                CacheFolder.create(folder, shared)
                return PosixFilePermissions.toString(Files.getPosixFilePermissions(folder))
            }
            made(shared = false) shouldBe "rwx------"
            made(shared = true) shouldBe "rwxr-xr-x"
        }

        fun key(options: ScriptOptions) = FolderPlace.of(Path.of("versions"), options).key()

        test("a location keeps its key wherever the project and the store that it names are unpacked") {
            val here = key(ScriptOptions.of(Path.of("/one/place")).cache(Path.of("build/store")))
            here shouldBe key(ScriptOptions.of(Path.of("/another/place/altogether")).cache(Path.of("/store")))
        }

        test("in the cache that projects share each has keys of its own") {
            fun shared(project: String) = key(ScriptOptions.of(Path.of(project)).environment(mapOf("MDB_CACHE" to "/mine")))
            shared("/one") shouldNotBe shared("/another")
        }
    })
