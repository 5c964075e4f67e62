package dev.mdb.project

import io.kotest.core.spec.style.FunSpec
import io.kotest.engine.spec.tempdir
import io.kotest.matchers.collections.shouldBeEmpty
import io.kotest.matchers.shouldBe
import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.attribute.PosixFilePermissions
import java.util.Optional
import kotlin.io.path.createDirectories
import kotlin.io.path.readBytes
import kotlin.io.path.setPosixFilePermissions
import kotlin.io.path.writeText

/**
 * Owners other than the one who runs the tests can be had by root only, as whom build machines often run them. Elsewhere what is
 * asked of modes is all that is asked.
 */
class StoreTrustTest :
    FunSpec({
        val isRoot = Files.getAttribute(tempdir().toPath(), "unix:uid") == 0
        val somebody = 54_321
        val another = 54_322

        class Place {
            val scripts: Path = tempdir().toPath()
            val store: Path = tempdir().toPath().resolve("store").createDirectories()

            fun Path.mode(text: String) = setPosixFilePermissions(PosixFilePermissions.fromString(text))

            fun Path.owned(user: Int, group: Int = user) {
                Files.setAttribute(this, "unix:uid", user)
                Files.setAttribute(this, "unix:gid", group)
            }

            fun objection(): String? = StoreTrust(scripts).objection(store).map { it.replace("$store", "PLACE") }.orElse(null)
        }

        fun place(setting: Place.() -> Unit) = Place().apply(setting).objection()

        test("what is the user's own, and what is not there, is good") {
            place { store.mode("rwx------") } shouldBe null
            place { store.mode("rwxr-xr-x") } shouldBe null
            place { Files.delete(store) } shouldBe null
        }

        test("a folder that everybody can write to is not") {
            place { store.mode("rwxrwxrwx") } shouldBe "every user can write to PLACE"
        }

        test("with the sticky bit it is: nobody there can replace what belongs to another") {
            place { Files.setAttribute(store, "unix:mode", 0b1_111_111_111) } shouldBe null
        }

        test("on a file system that knows no modes everybody can write to the scripts as well") {
            place {
                scripts.mode("rwxrwxrwx")
                store.mode("rwxrwxrwx")
            } shouldBe null
        }

        if (isRoot) {
            test("what belongs to somebody else is not, unless the scripts are theirs too") {
                place { store.owned(somebody) } shouldBe "PLACE belongs to another user"
                place {
                    store.owned(somebody)
                    scripts.owned(somebody)
                } shouldBe null
            }

            test("a group that is the owner's alone is the owner; another group may not write") {
                place {
                    scripts.owned(somebody)
                    store.owned(somebody)
                    store.mode("rwxrwxr-x")
                } shouldBe null
                place {
                    scripts.owned(somebody)
                    store.owned(somebody, another)
                    store.mode("rwxrwxr-x")
                } shouldBe "other users, a group, can write to PLACE"
            }

            test("a group that can write the scripts may write the store") {
                fun shared(scriptsMode: String) =
                    place {
                        scripts.owned(somebody, another)
                        scripts.mode(scriptsMode)
                        store.owned(somebody, another)
                        store.mode("rwxrwx---")
                    }
                shared("rwxrwxr-x") shouldBe null
                shared("rwxr-xr-x") shouldBe "other users, a group, can write to PLACE"
            }
        }

        context("a location") {
            val fingerprint = "build"
            val content = StoreIndex(fingerprint, 1, listOf(), Optional.empty(), listOf(), mapOf())

            class Location {
                val project: Path = tempdir().toPath().toRealPath()
                val cache: Path = project.resolve("cache")
                val notices = mutableListOf<String>()
                val place =
                    FolderPlace.of(
                        Path.of("versions"),
                        ScriptOptions
                            .of(
                                project,
                            ).cache(Path.of("cache"))
                            .notices { notices += it.message().replace("$project", "PROJECT") },
                    )

                init {
                    project.resolve("versions").createDirectories()
                }

                fun write() = place.writeStore(content, { ByteArray(0) }, true).isPresent

                fun opens() = place.openStore(fingerprint).isPresent
            }

            test("is given a store that nobody else can write to") {
                val location = Location()
                location.write() shouldBe true
                location.opens() shouldBe true
                val file = location.place.storeFile().get()
                PosixFilePermissions.toString(Files.getPosixFilePermissions(file)) shouldBe "rw-r--r--"
                PosixFilePermissions.toString(Files.getPosixFilePermissions(location.cache)) shouldBe "rwxr-xr-x"
                location.notices.shouldBeEmpty()
            }

            test("does not use a store that everybody can write to, wherever on the way, and leaves it as it is") {
                val location = Location()
                location.write()
                val file = location.place.storeFile().get()
                val before = file.readBytes().toList()
                for (open in listOf(location.cache, file.parent)) {
                    open.setPosixFilePermissions(PosixFilePermissions.fromString("rwxrwxrwx"))
                    location.opens() shouldBe false
                    location.write() shouldBe false
                    val name = "PROJECT/${location.project.relativize(open)}"
                    location.notices.distinct() shouldBe listOf("compiled scripts are not used: every user can write to $name")
                    location.notices.clear()
                    open.setPosixFilePermissions(PosixFilePermissions.fromString("rwx------"))
                }
                file.readBytes().toList() shouldBe before
            }

            test("replaces its own store that others could have written to, without reading it") {
                val location = Location()
                location.write()
                val file = location.place.storeFile().get()
                file.setPosixFilePermissions(PosixFilePermissions.fromString("rw-rw-rw-"))
                location.opens() shouldBe false
                location.write() shouldBe true
                location.opens() shouldBe true
            }

            test("goes on without one where the cache cannot be made, and says so") {
                val location = Location()
                location.cache.writeText("a file")
                location.write() shouldBe false
                location.notices shouldBe listOf("compiled scripts are not kept: PROJECT/cache cannot be written to")
            }
        }
    })
