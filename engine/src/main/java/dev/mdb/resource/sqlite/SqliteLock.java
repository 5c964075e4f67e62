package dev.mdb.resource.sqlite;

import dev.mdb.error.Category;
import dev.mdb.error.MdbException;
import dev.mdb.error.Problem;
import dev.mdb.resource.LockWait;
import dev.mdb.resource.RunLock;
import dev.mdb.resource.RunOwner;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * A lock of the operating system on a file beside the database; it ends with its process, however
 * that ends. The file holds a line about the holder and stays behind: to delete it would let two
 * runs lock two files of one name.
 */
final class SqliteLock implements RunLock {
  private static final int HOLDER_BYTES = 1_000;

  /**
   * Where nothing is written, so that others can read the holder's line where locks forbid reading.
   */
  private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

  private static final long POLL_MILLIS = 50;

  private final FileChannel channel;
  private final FileLock lock;

  private SqliteLock(FileChannel channel, FileLock lock) {
    this.channel = channel;
    this.lock = lock;
  }

  static SqliteLock take(Path file, RunOwner owner, LockWait wait, String resource) {
    FileChannel channel = null;
    try {
      channel =
          FileChannel.open(
              file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      var lock = poll(channel, wait);
      if (lock.isPresent()) {
        write(channel, owner);
        return new SqliteLock(channel, lock.get());
      }
      var holder = holder(channel);
      channel.close();
      throw busy(holder, wait, resource);
    } catch (IOException e) {
      closeQuietly(channel);
      throw new MdbException(
          Problem.of(Category.FAILED, "lock-failed", "cannot lock " + file + ": " + e.getMessage())
              .inResource(resource),
          e);
    }
  }

  /**
   * Asks for a shared lock, which only somebody's exclusive one refuses. Not for a process that
   * holds the lock itself: systems like Linux drop a process's locks on a file when it closes the
   * file, however often it had it open.
   */
  static Optional<String> holder(Path file, String resource) {
    if (!Files.exists(file)) return Optional.empty();
    try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
      return isHeld(channel) ? Optional.of(holder(channel)) : Optional.empty();
    } catch (IOException e) {
      throw new MdbException(
          Problem.of(
                  Category.FAILED, "lock-failed", "cannot look at " + file + ": " + e.getMessage())
              .inResource(resource),
          e);
    }
  }

  private static boolean isHeld(FileChannel channel) throws IOException {
    try (var shared = channel.tryLock(LOCKED_BYTE, 1, true)) {
      return shared == null;
    } catch (OverlappingFileLockException heldByThisProcess) {
      return true;
    }
  }

  private static MdbException busy(String holder, LockWait wait, String resource) {
    return new MdbException(
        Problem.of(Category.LOCKED, "locked", "another run holds the lock: " + holder)
            .inResource(resource)
            .help(
                "wait for it to end, or wait longer: --lock-wait "
                    + (wait.atMost().toSeconds() * 10 + 60)
                    + "s")
            .with("holder", holder));
  }

  private static Optional<FileLock> poll(FileChannel channel, LockWait wait) throws IOException {
    long end = System.nanoTime() + wait.atMost().toNanos();
    var told = "";
    while (true) {
      var lock = attempt(channel);
      if (lock.isPresent() || System.nanoTime() >= end) return lock;
      var holder = holder(channel);
      if (!holder.equals(told)) wait.told().accept(holder);
      told = holder;
      pause();
    }
  }

  private static Optional<FileLock> attempt(FileChannel channel) throws IOException {
    try {
      return Optional.ofNullable(channel.tryLock(LOCKED_BYTE, 1, false));
    } catch (OverlappingFileLockException heldByThisProcess) {
      return Optional.empty();
    }
  }

  private static void pause() throws IOException {
    try {
      Thread.sleep(POLL_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while waiting", e);
    }
  }

  private static void write(FileChannel channel, RunOwner owner) throws IOException {
    channel.truncate(0);
    channel.write(ByteBuffer.wrap((owner + "\n").getBytes(StandardCharsets.UTF_8)), 0);
  }

  private static String holder(FileChannel channel) throws IOException {
    var bytes = ByteBuffer.allocate(HOLDER_BYTES);
    channel.read(bytes, 0);
    var text = new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8).strip();
    return text.isEmpty() ? "a process that has not said its name" : text;
  }

  private static void closeQuietly(FileChannel channel) {
    try {
      if (channel != null) channel.close();
    } catch (IOException ignored) {
      // The first failure is the one to tell.
    }
  }

  @Override
  public void confirm() {
    if (lock.isValid()) return;
    throw new MdbException(
        Problem.of(Category.LOCKED, "lock-lost", "the lock of this run is lost"));
  }

  @Override
  public void close() {
    try {
      lock.release();
    } catch (IOException ignored) {
      // Closing the channel releases it too.
    }
    closeQuietly(channel);
  }
}
