package dev.mdb.project;

import java.io.File;
import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The files of a location: scripts ({@code *.migration.kts}) and, in {@code lib/} beside them,
 * helpers ({@code *.kt}). Hidden files and folders are left alone.
 *
 * @param scripts by file name in code point order, then by path
 * @param helpers by path
 */
record ScriptFiles(List<SourceFile> scripts, List<SourceFile> helpers) {
  static final String SCRIPT = ".migration.kts";
  private static final String HELPER = ".kt";
  private static final String HELPERS = "lib/";

  /**
   * One walk, in which the attributes come along.
   *
   * @param recursive whether scripts in the folders below count too; helpers always do
   */
  static ScriptFiles find(Path location, boolean recursive) throws IOException {
    var walk = new Walk(location, recursive);
    Files.walkFileTree(location, Set.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, walk);
    walk.scripts.sort(
        Comparator.comparing(Named::name, ScriptFiles::byCodePoint)
            .thenComparing(named -> named.file().path(), ScriptFiles::byCodePoint));
    walk.helpers.sort(Comparator.comparing(SourceFile::path, ScriptFiles::byCodePoint));
    return new ScriptFiles(walk.scripts.stream().map(Named::file).toList(), walk.helpers);
  }

  /** The same without the scripts that somebody else has. */
  ScriptFiles wanted(Predicate<SourceFile> wanted) {
    return new ScriptFiles(scripts.stream().filter(wanted).toList(), helpers);
  }

  /** {@link String#compareTo} goes by UTF-16 unit, which puts U+1F600 before U+FF01. */
  static int byCodePoint(String left, String right) {
    int length = Math.min(left.length(), right.length());
    for (int i = 0; i < length; i++) {
      char a = left.charAt(i);
      char b = right.charAt(i);
      if (a == b) continue;
      boolean surrogates = Character.isSurrogate(a);
      if (surrogates != Character.isSurrogate(b)) return surrogates ? 1 : -1;
      return a - b;
    }
    return left.length() - right.length();
  }

  /** Names are kept for the sorting, which asks for each ten times. */
  private record Named(String name, SourceFile file) {}

  static boolean isHidden(Path path) {
    return path.getFileName().toString().startsWith(".");
  }

  private static final class Walk extends SimpleFileVisitor<Path> {
    private final Path location;
    private final int prefix;
    private final boolean recursive;
    private final List<Named> scripts = new ArrayList<>();
    private final List<SourceFile> helpers = new ArrayList<>();

    Walk(Path location, boolean recursive) {
      this.location = location;
      prefix = location.toString().length() + (location.getNameCount() == 0 ? 0 : 1);
      this.recursive = recursive;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      if (folder.equals(location)) return FileVisitResult.CONTINUE;
      boolean wanted = recursive || (relative(folder) + "/").startsWith(HELPERS);
      return wanted && !isHidden(folder) ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      if (!attributes.isRegularFile() || isHidden(file)) return FileVisitResult.CONTINUE;
      String path = relative(file);
      if (path.startsWith(HELPERS)) {
        if (path.endsWith(HELPER)) helpers.add(SourceFile.of(path, attributes));
      } else if (path.endsWith(SCRIPT)) {
        scripts.add(new Named(file.getFileName().toString(), SourceFile.of(path, attributes)));
      }
      return FileVisitResult.CONTINUE;
    }

    /** A link that leads nowhere or round in a circle, an entry deleted meanwhile: not ours. */
    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
      if (file.equals(location) || file.toString().endsWith(SCRIPT)) throw failure;
      return FileVisitResult.CONTINUE;
    }

    /** The walk's paths start with the location: cheaper than {@link Path#relativize}. */
    private String relative(Path path) {
      return path.toString().substring(prefix).replace(File.separatorChar, '/');
    }
  }
}
