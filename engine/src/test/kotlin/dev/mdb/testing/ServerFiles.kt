package dev.mdb.testing

import java.nio.file.Files
import java.nio.file.LinkOption
import java.nio.file.Path
import java.nio.file.StandardCopyOption
import java.nio.file.attribute.PosixFilePermissions
import kotlin.io.path.ExperimentalPathApi
import kotlin.io.path.deleteRecursively
import kotlin.io.path.exists
import kotlin.io.path.listDirectoryEntries
import kotlin.io.path.name

/**
 * Where local servers keep their files: unpacked binaries and template data folders, which later test runs use again, and one
 * folder for each running server, which goes with it. Under the temporary folder, because an ordinary user must be able to reach
 * it when the tests are run by root.
 */
@OptIn(ExperimentalPathApi::class)
object ServerFiles {
    private val root: Path by lazy {
        val folder = Path.of(System.getProperty("java.io.tmpdir"), "mdb-test-servers-" + System.getProperty("user.name"))
        folder.also { Files.createDirectories(it) }.also(::openToAll).also(::sweep)
    }

    /** A folder that is filled once, whichever of several test runs comes first. */
    fun kept(name: String, fill: (Path) -> Unit): Path {
        val kept = root.resolve(name)
        if (kept.exists()) return kept
        val draft = Files.createTempDirectory(root, "draft-${ProcessHandle.current().pid()}-").also(::openToAll)
        try {
            fill(draft)
            Files.move(draft, kept, StandardCopyOption.ATOMIC_MOVE)
        } catch (e: java.nio.file.FileSystemException) {
            if (!kept.exists()) throw e
        } finally {
            draft.deleteRecursively()
        }
        return kept
    }

    /** An empty folder for one server of this process. */
    fun fresh(name: String): Path = Files.createTempDirectory(root, "run-${ProcessHandle.current().pid()}-$name-").also(::openToAll)

    /** Copies a folder with owners and permissions, where the current user may. */
    fun copy(from: Path, to: Path) {
        Files.walk(from).use { paths ->
            paths.forEach { path ->
                val target = to.resolve(from.relativize(path).toString())
                if (target != to) Files.copy(path, target, StandardCopyOption.COPY_ATTRIBUTES, LinkOption.NOFOLLOW_LINKS)
            }
        }
    }

    /** Gives a folder and all in it to a user; only root may do that. */
    fun give(folder: Path, user: Int) {
        Files.walk(folder).use { paths ->
            paths.forEach { Files.setAttribute(it, "unix:uid", user, LinkOption.NOFOLLOW_LINKS) }
        }
    }

    private fun openToAll(folder: Path) {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"))
    }

    /** Test runs that were killed leave their folders behind. */
    private fun sweep(root: Path) {
        for (folder in root.listDirectoryEntries("{run,draft}-*")) {
            val pid = folder.name.split("-")[1].toLong()
            val owner = ProcessHandle.of(pid)
            if (owner.isEmpty || !owner.get().isAlive) folder.deleteRecursively()
        }
    }
}
