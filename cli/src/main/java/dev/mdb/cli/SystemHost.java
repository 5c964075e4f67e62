package dev.mdb.cli;

import dev.mdb.cli.launch.WorkerCompiler;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.ThreadLocalRandom;

/** The surroundings of a process. */
final class SystemHost {
  /** Twelve hexadecimal digits. */
  private static final long IDS = 1L << 48;

  private SystemHost() {}

  static Host create() {
    return new Host(
        Version.text(),
        stream(FileDescriptor.out),
        stream(FileDescriptor.err),
        // The launcher can ask the shell, which costs nothing.
        Boolean.getBoolean("mdb.terminal"),
        Boolean.getBoolean("mdb.terminal.error"),
        System.getenv(),
        Path.of("").toAbsolutePath(),
        Clock.systemUTC(),
        () -> "%012x".formatted(ThreadLocalRandom.current().nextLong(IDS)),
        new SystemEditor(System.getenv()),
        new SystemSignals(),
        WorkerCompiler.fromLauncher());
  }

  /** UTF-8 whatever the locale says: scripts and ids are UTF-8 too. */
  private static PrintStream stream(FileDescriptor descriptor) {
    boolean flush = descriptor == FileDescriptor.err;
    var buffered = new BufferedOutputStream(new FileOutputStream(descriptor), 1 << 13);
    return new PrintStream(buffered, flush, StandardCharsets.UTF_8);
  }
}
