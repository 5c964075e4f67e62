package dev.mdb.project;

import java.io.File;
import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/** The sources of models: all Kotlin files ({@code *.kt}) of some folders, and single files. */
final class ModelFiles {
  private static final String SOURCE = ".kt";

  private final Path base;
  private final TreeMap<String, SourceFile> files = new TreeMap<>(ScriptFiles::byCodePoint);

  private ModelFiles(Path base) {
    this.base = base;
  }

  /**
   * @param base where the paths of the result start
   * @param entries files and folders, absolute; hidden files and folders below them are left alone
   * @return by path, each once
   */
  static List<SourceFile> find(Path base, Collection<Path> entries) throws IOException {
    var found = new ModelFiles(base);
    for (Path entry : entries) found.add(entry);
    return List.copyOf(found.files.values());
  }

  private void add(Path entry) throws IOException {
    Files.walkFileTree(
        entry,
        Set.of(FileVisitOption.FOLLOW_LINKS),
        Integer.MAX_VALUE,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            boolean left = ScriptFiles.isHidden(folder) && !folder.equals(entry);
            return left ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            boolean wanted = file.equals(entry) || isSource(file) && !ScriptFiles.isHidden(file);
            if (wanted && attributes.isRegularFile()) keep(file, attributes);
            return FileVisitResult.CONTINUE;
          }

          /** A link that leads nowhere or round in a circle is nobody's model. */
          @Override
          public FileVisitResult visitFileFailed(Path file, IOException failure)
              throws IOException {
            if (file.equals(entry) || isSource(file)) throw failure;
            return FileVisitResult.CONTINUE;
          }
        });
  }

  private static boolean isSource(Path path) {
    return path.getFileName().toString().endsWith(SOURCE);
  }

  private void keep(Path file, BasicFileAttributes attributes) {
    boolean related = Objects.equals(base.getRoot(), file.getRoot());
    var path = (related ? base.relativize(file) : file).toString().replace(File.separatorChar, '/');
    files.put(path, SourceFile.of(path, attributes));
  }
}
