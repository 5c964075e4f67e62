package dev.mdb.project;

import java.io.File;
import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The files of a location: scripts ({@code *.migration.kts}) and, in {@code lib/} beside them,
 * helpers ({@code *.kt}). Hidden files and folders are left alone.
 *
 * @param scripts in load order, when {@link #sorted}: by file name in code point order, then by path
 * @param helpers by path
 */
record ScriptFiles(List<SourceFile> scripts, List<SourceFile> helpers) {
  static final String SCRIPT = ".migration.kts";
  private static final String HELPER = ".kt";
  private static final String HELPERS = "lib/";
  private static final List<SourceFile> NONE = List.of();

  /**
   * Scripts are in the order in which the file system has them.
   *
   * @param recursive whether scripts in the folders below count too; helpers always do
   */
  static ScriptFiles find(Path location, boolean recursive) throws IOException {
    if (!recursive) {
      var listed = FolderListing.of(location);
      if (listed.isPresent()) {
        var helpers = listed.get().hasHelpers() ? walk(location, HELPERS, false).helpers : NONE;
        return new ScriptFiles(listed.get().scripts(), helpers);
      }
    }
    var walk = walk(location, "", recursive);
    return new ScriptFiles(walk.scripts, walk.helpers);
  }

  /** In one go, in which the attributes come along. */
  private static Walk walk(Path location, String from, boolean recursive) throws IOException {
    var walk = new Walk(location, recursive);
    var start = from.isEmpty() ? location : location.resolve(from);
    Files.walkFileTree(start, Set.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, walk);
    walk.helpers.sort(Comparator.comparing(SourceFile::path, ScriptFiles::byCodePoint));
    return walk;
  }

  /**
   * With the scripts in load order. Names are compared only when there are others than before:
   * sorting a thousand of them takes a cold JVM longer than finding them.
   *
   * @param before in load order
   */
  ScriptFiles sorted(List<KnownScript> before) {
    var others = new LinkedHashMap<String, SourceFile>();
    for (SourceFile file : scripts) others.put(file.path(), file);
    var sorted = new ArrayList<SourceFile>(scripts.size());
    for (KnownScript script : before) {
      var file = others.remove(script.path());
      if (file != null) sorted.add(file);
    }
    if (!others.isEmpty()) {
      sorted.addAll(others.values());
      sorted.sort(
          Comparator.comparing(SourceFile::name, ScriptFiles::byCodePoint)
              .thenComparing(SourceFile::path, ScriptFiles::byCodePoint));
    }
    return new ScriptFiles(sorted, helpers);
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

  static boolean isHidden(Path path) {
    return path.getFileName().toString().startsWith(".");
  }

  private static final class Walk extends SimpleFileVisitor<Path> {
    private final Path location;
    private final int prefix;
    private final boolean recursive;
    private final List<SourceFile> scripts = new ArrayList<>();
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
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
        throws NoSuchFileException {
      if (isHidden(file)) return FileVisitResult.CONTINUE;
      String path = relative(file);
      // Links are followed, so this one leads nowhere.
      boolean isLost = attributes.isSymbolicLink() && path.endsWith(SCRIPT);
      if (isLost) throw new NoSuchFileException(path, null, "a link that leads nowhere");
      if (!attributes.isRegularFile()) return FileVisitResult.CONTINUE;
      if (path.startsWith(HELPERS)) {
        if (path.endsWith(HELPER)) helpers.add(SourceFile.of(path, attributes));
      } else if (path.endsWith(SCRIPT)) {
        scripts.add(SourceFile.of(path, attributes));
      }
      return FileVisitResult.CONTINUE;
    }

    /** A link that leads round in a circle, an entry deleted meanwhile: not ours. */
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
