package dev.mdb.resource.sqlite

import io.kotest.core.spec.style.FunSpec
import io.kotest.engine.spec.tempdir
import io.kotest.matchers.maps.shouldContainExactly
import io.kotest.matchers.shouldBe
import org.sqlite.util.LibraryLoaderUtil
import java.util.Properties
import kotlin.io.path.Path
import kotlin.io.path.div
import kotlin.io.path.listDirectoryEntries
import kotlin.io.path.name
import kotlin.io.path.readBytes
import kotlin.io.path.writeText

private fun offer(vararg properties: Pair<String, String>): Map<String, String> {
    val system = Properties().apply { properties.forEach { (name, value) -> setProperty(name, value) } }
    NativeLibrary.offer(system)
    return system.entries.associate { "${it.key}" to "${it.value}" }
}

class NativeLibraryTest :
    FunSpec({
        val name = LibraryLoaderUtil.getNativeLibName()

        test("it is unpacked once into the folder that the launcher names, and the driver is told") {
            val folder = tempdir().toPath() / "not there yet"
            val told = mapOf("mdb.native" to "$folder", "org.sqlite.lib.path" to "$folder", "org.sqlite.lib.name" to name)
            offer("mdb.native" to "$folder") shouldContainExactly told
            val packed = LibraryLoaderUtil.getNativeLibResourcePath() + "/" + name
            (folder / name).readBytes() shouldBe LibraryLoaderUtil::class.java.getResourceAsStream(packed)!!.readBytes()
            (folder / name).writeText("left as it is")
            offer("mdb.native" to "$folder") shouldContainExactly told
            folder.listDirectoryEntries().map { it.name to it.readBytes().size } shouldBe listOf(name to 13)
        }

        test("without such a folder, with one that cannot be made, and where the user chose a library, nothing changes") {
            offer() shouldContainExactly emptyMap()
            val file = (tempdir().toPath() / "file").apply { writeText("") }
            offer("mdb.native" to "$file") shouldContainExactly mapOf("mdb.native" to "$file")
            val own = mapOf("mdb.native" to "${Path("x")}", "org.sqlite.lib.path" to "own")
            offer("mdb.native" to "x", "org.sqlite.lib.path" to "own") shouldContainExactly own
        }
    })
