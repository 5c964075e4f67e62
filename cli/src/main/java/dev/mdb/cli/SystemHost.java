package dev.mdb.cli;

import dev.mdb.cli.launch.WorkerCompiler;
import dev.mdb.cli.terminal.ConsoleStream;
import java.io.FileDescriptor;
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
        ConsoleStream.of(FileDescriptor.out),
        ConsoleStream.of(FileDescriptor.err),
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
}
