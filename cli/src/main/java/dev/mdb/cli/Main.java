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

/** Where the launcher enters: the real surroundings, and the exit status. */
public final class Main {
  /** Twelve hexadecimal digits. */
  private static final long IDS = 1L << 48;

  private Main() {}

  public static void main(String[] arguments) {
    var host = host();
    int status = new Application(host).run(arguments);
    host.out().flush();
    host.error().flush();
    System.exit(status);
  }

  private static Host host() {
    return new Host(
        Version.text(),
        stream(FileDescriptor.out),
        stream(FileDescriptor.err),
        // The launcher can ask the shell, which costs nothing.
        Boolean.getBoolean("mdb.terminal"),
        System.getenv(),
        Path.of("").toAbsolutePath(),
        Clock.systemUTC(),
        () -> "%012x".formatted(ThreadLocalRandom.current().nextLong(IDS)),
        new SystemEditor(System.getenv()),
        WorkerCompiler.fromLauncher());
  }

  /** UTF-8 whatever the locale says: scripts and ids are UTF-8 too. */
  private static PrintStream stream(FileDescriptor descriptor) {
    boolean flush = descriptor == FileDescriptor.err;
    var buffered = new BufferedOutputStream(new FileOutputStream(descriptor), 1 << 13);
    return new PrintStream(buffered, flush, StandardCharsets.UTF_8);
  }
}
