package dev.mdb.project;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * One file with the headers and the classes of a location: head (magic, format, lengths, checksum),
 * index, class bytes.
 *
 * <p>It is only ever replaced as a whole. Whatever is wrong with it, it is as if there were none: a
 * store can be made again. Class bytes are read, not mapped: a file cut short under a mapping would
 * take the JVM down.
 */
final class ScriptStore {
  private static final int MAGIC = 0x6d646273; // "mdbs"
  private static final int FORMAT = 2;
  private static final int HEAD = 24;

  private final Path file;
  private final byte[] head;
  private final StoreIndex index;
  private final Map<String, KnownScript> scripts = new HashMap<>();

  private ScriptStore(Path file, byte[] head, StoreIndex index) {
    this.file = file;
    this.head = head;
    this.index = index;
    for (KnownScript script : index.scripts()) scripts.put(script.path(), script);
  }

  Optional<KnownScript> script(String path) {
    return Optional.ofNullable(scripts.get(path));
  }

  StoreIndex index() {
    return index;
  }

  /**
   * @param fingerprint what the store must have been made for
   * @param display see {@link StoreIndex#decode}
   * @return empty when there is none, or none that is whole and fits
   */
  static Optional<ScriptStore> open(Path file, String fingerprint, UnaryOperator<String> display) {
    try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
      byte[] head = read(channel, 0, HEAD);
      byte[] bytes = indexBytes(channel, ByteBuffer.wrap(head));
      var index = StoreIndex.decode(bytes, display);
      if (!index.fingerprint().equals(fingerprint)) return Optional.empty();
      return Optional.of(new ScriptStore(file, head, index));
    } catch (IOException | RuntimeException unusable) {
      return Optional.empty();
    }
  }

  private static byte[] indexBytes(FileChannel channel, ByteBuffer head) throws IOException {
    if (head.getInt() != MAGIC || head.getInt() != FORMAT) throw new IOException("not a store");
    int length = head.getInt();
    int checksum = head.getInt();
    if (channel.size() != HEAD + length + head.getLong()) throw new IOException("cut short");
    byte[] bytes = read(channel, HEAD, length);
    if (ClassRange.checksum(bytes) != checksum) throw new IOException("damaged");
    return bytes;
  }

  /** Whether nobody has replaced the file since. */
  boolean isCurrent() {
    try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
      return isCurrent(channel);
    } catch (IOException unusable) {
      return false;
    }
  }

  private boolean isCurrent(FileChannel channel) throws IOException {
    return Arrays.equals(read(channel, 0, HEAD), head);
  }

  /** Classes of the index; empty when they are damaged or the file is another by now. */
  Optional<PackedClasses> read(ClassRange range) {
    try {
      byte[] bytes = copy(range);
      return range.isIntact(bytes)
          ? Optional.of(new PackedClasses(range, bytes))
          : Optional.empty();
    } catch (IOException unusable) {
      return Optional.empty();
    }
  }

  /** The bytes of a range, damaged or not. */
  byte[] copy(ClassRange range) throws IOException {
    try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
      if (!isCurrent(channel)) throw new IOException("replaced");
      return read(channel, classStart() + range.offset(), range.length());
    }
  }

  private long classStart() {
    return HEAD + ByteBuffer.wrap(head).getInt(8);
  }

  private static byte[] read(FileChannel channel, long from, int length) throws IOException {
    if (length < 0 || from + length > channel.size()) throw new IOException("cut short");
    var buffer = ByteBuffer.allocate(length);
    while (buffer.hasRemaining()) {
      if (channel.read(buffer, from + buffer.position()) < 0) throw new IOException("cut short");
    }
    return buffer.array();
  }

  /** Gives the bytes of a range while a store is written. */
  @FunctionalInterface
  interface Bytes {
    /**
     * @param path of the script; empty for the helpers
     */
    byte[] of(String path) throws IOException;
  }

  /**
   * Replaces the store; its folder is there.
   *
   * @param content offsets of its ranges are not looked at
   * @param bytes for each range of the content
   */
  static ScriptStore write(Path file, StoreIndex content, Bytes bytes) throws IOException {
    var index = content.laidOut();
    byte[] encoded = index.encode();
    byte[] head = head(encoded, index.classBytes());
    Path draft = file.resolveSibling(draftName());
    try {
      try (var out = new BufferedOutputStream(CacheFolder.newFile(draft), 1 << 16)) {
        out.write(head);
        out.write(encoded);
        for (String path : index.compiled()) out.write(bytes.of(path));
        if (index.helperClasses().isPresent()) out.write(bytes.of(""));
      }
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(draft);
    }
    return new ScriptStore(file, head, index);
  }

  /** Not {@link Files#createTempFile}: that forbids a packaged store to be read by another user. */
  private static String draftName() {
    return "draft-" + ProcessHandle.current().pid() + "-" + System.nanoTime() + ".tmp";
  }

  private static byte[] head(byte[] index, long classBytes) {
    return ByteBuffer.allocate(HEAD)
        .putInt(MAGIC)
        .putInt(FORMAT)
        .putInt(index.length)
        .putInt(ClassRange.checksum(index))
        .putLong(classBytes)
        .array();
  }
}
