package dev.mdb.resource.sqlite;

import dev.mdb.error.Category;
import dev.mdb.error.MdbException;
import dev.mdb.error.Problem;
import dev.mdb.resource.LockWait;
import dev.mdb.resource.LockWaiting;
import dev.mdb.resource.RunLock;
import dev.mdb.resource.RunOwner;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
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

  private final Path file;
  private final String resource;
  private final FileChannel channel;
  private final FileLock lock;

  private SqliteLock(Path file, String resource, FileChannel channel, FileLock lock) {
    this.file = file;
    this.resource = resource;
    this.channel = channel;
    this.lock = lock;
  }

  static RunLock take(Path file, RunOwner owner, LockWait wait, String resource) {
    var waiting = new LockWaiting(wait, resource);
    try {
      while (true) {
        var attempt = attempt(file, owner, resource);
        if (attempt.lock().isPresent()) return attempt.lock().get();
        waiting.pause(attempt.holder(), POLL_MILLIS);
      }
    } catch (IOException e) {
      throw failed("cannot lock ", file, resource, e);
    }
  }

  /** The lock, or whoever holds it. */
  private record Attempt(Optional<RunLock> lock, String holder) {}

  private static Attempt attempt(Path file, RunOwner owner, String resource) throws IOException {
    var other = HeldFiles.claim(file, owner);
    if (other.isPresent()) return new Attempt(Optional.empty(), other.get());
    var attempt = new Attempt(Optional.empty(), "");
    try {
      attempt = open(file, owner, resource);
      return attempt;
    } finally {
      if (attempt.lock().isEmpty()) HeldFiles.release(file);
    }
  }

  private static Attempt open(Path file, RunOwner owner, String resource) throws IOException {
    var channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    Optional<RunLock> taken = Optional.empty();
    try {
      var lock = channel.tryLock(LOCKED_BYTE, 1, false);
      if (lock == null) return new Attempt(taken, holder(channel));
      write(channel, owner);
      taken = Optional.of(new SqliteLock(file, resource, channel, lock));
      return new Attempt(taken, "");
    } finally {
      if (taken.isEmpty()) channel.close();
    }
  }

  /** Asks for a shared lock, which only somebody's exclusive one refuses. */
  static Optional<String> holder(Path file, String resource) {
    if (!Files.exists(file)) return Optional.empty();
    try {
      var here = HeldFiles.holder(file);
      return here.isPresent() ? here : elsewhere(file);
    } catch (IOException e) {
      throw failed("cannot look at ", file, resource, e);
    }
  }

  private static Optional<String> elsewhere(Path file) throws IOException {
    try (var channel = FileChannel.open(file, StandardOpenOption.READ);
        var shared = channel.tryLock(LOCKED_BYTE, 1, true)) {
      return shared == null ? Optional.of(holder(channel)) : Optional.empty();
    }
  }

  private static MdbException failed(String what, Path file, String resource, IOException cause) {
    var message = what + file + ": " + cause.getMessage();
    return new MdbException(
        Problem.of(Category.FAILED, "lock-failed", message).inResource(resource), cause);
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

  @Override
  public void confirm() {
    if (lock.isValid()) return;
    throw new MdbException(
        Problem.of(Category.LOCKED, "lock-lost", "the lock of this run is lost"));
  }

  /** Closing the channel gives the lock back. */
  @Override
  public void close() {
    try {
      channel.close();
      HeldFiles.release(file);
    } catch (IOException e) {
      throw failed("cannot give back the lock of ", file, resource, e);
    }
  }
}
