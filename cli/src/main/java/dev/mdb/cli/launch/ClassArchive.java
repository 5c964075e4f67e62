package dev.mdb.cli.launch;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Classes as the JVM wants them in memory, which more than halves the time of a start: a class-data
 * archive (JEP 350), from Java 25 on an ahead-of-time cache (JEP 483, JEP 514). Good for one Java
 * and one class path only.
 */
record ClassArchive(Path file) {
  private static final int FIRST_WITH_CACHE = 25;
  private static final int FIRST_THAT_TELLS = 24;
  private static final String ARCHIVE = ".jsa";
  private static final String CACHE = ".aot";

  /** As the launcher names it, for the Java that runs. */
  static ClassArchive in(Path folder, String name) {
    boolean cache = Runtime.version().feature() >= FIRST_WITH_CACHE;
    return new ClassArchive(folder.resolve(name + (cache ? CACHE : ARCHIVE)));
  }

  /** The option for a JVM that uses it. */
  String use() {
    return (isCache() ? "-XX:AOTCache=" : "-XX:SharedArchiveFile=") + file;
  }

  /** The option for a JVM that makes it when it ends. */
  String make() {
    return (isCache() ? "-XX:AOTCacheOutput=" : "-XX:ArchiveClassesAtExit=") + file;
  }

  private boolean isCache() {
    return file.toString().endsWith(CACHE);
  }

  /** One made with other jars is refused, and slower than none. */
  boolean isNewerThan(String classPath) {
    long made = file.toFile().lastModified();
    for (String entry : classPath.split(File.pathSeparator)) {
      if (new File(entry).lastModified() >= made) return false;
    }
    return made > 0;
  }

  /** A file beside it, to be moved here when it is complete. */
  ClassArchive draft() {
    String name = file.getFileName().toString();
    int dot = name.lastIndexOf('.');
    long process = ProcessHandle.current().pid();
    return new ClassArchive(
        file.resolveSibling(name.substring(0, dot) + "." + process + name.substring(dot)));
  }

  /** The other options of a JVM that compiles: those of the launcher, which says why. */
  static List<String> options() {
    var options =
        new ArrayList<>(
            List.of(
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xlog:disable",
                "-Xlog:all=off",
                "-XX:+IgnoreUnrecognizedVMOptions",
                "-XX:+UnlockDiagnosticVMOptions",
                "-XX:ArchiveRelocationMode=0"));
    boolean tells = Runtime.version().feature() >= FIRST_THAT_TELLS;
    if (tells) options.add("--sun-misc-unsafe-memory-access=allow");
    return options;
  }
}
