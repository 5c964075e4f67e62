package dev.mdb.project;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.zip.ZipFile;

/** The user's own jars and class folders. */
final class UserClassPath implements AutoCloseable {
  private static final String CLASS = ".class";

  private final List<Path> entries;
  private final List<URLClassLoader> opened = new ArrayList<>();

  UserClassPath(List<Path> entries) {
    this.entries = entries;
  }

  boolean isEmpty() {
    return entries.isEmpty();
  }

  /** Sees mdb's own classes first, so that there is one Exposed. */
  ClassLoader loader() {
    var parent = UserClassPath.class.getClassLoader();
    if (entries.isEmpty()) return parent;
    var loader = new URLClassLoader(urls(), parent);
    opened.add(loader);
    return loader;
  }

  @Override
  public void close() {
    for (var loader : opened) {
      try {
        loader.close();
      } catch (IOException ignored) {
        // It was only read from.
      }
    }
    opened.clear();
  }

  private URL[] urls() {
    var urls = new URL[entries.size()];
    try {
      for (int i = 0; i < urls.length; i++) urls[i] = entries.get(i).toUri().toURL();
    } catch (MalformedURLException e) {
      throw new UncheckedIOException(e);
    }
    return urls;
  }

  /**
   * The class of this name with those nested in it; when there is none, every class of the package
   * of this name and of those below it.
   *
   * @return binary names in their order; empty when there is neither
   * @throws IOException when an entry is there and cannot be read
   */
  List<String> find(String name) throws IOException {
    var ofClass = names(each -> each.equals(name) || each.startsWith(name + "$"));
    return ofClass.contains(name) ? ofClass : names(each -> each.startsWith(name + "."));
  }

  private List<String> names(Predicate<String> wanted) throws IOException {
    var found = new TreeSet<String>();
    for (Path entry : entries) {
      for (String file : Files.isDirectory(entry) ? folder(entry) : jar(entry)) {
        if (!file.endsWith(CLASS)) continue;
        var name = file.substring(0, file.length() - CLASS.length()).replace('/', '.');
        if (wanted.test(name)) found.add(name);
      }
    }
    return List.copyOf(found);
  }

  private static List<String> folder(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      return files.map(file -> folder.relativize(file).toString().replace('\\', '/')).toList();
    }
  }

  private static List<String> jar(Path jar) throws IOException {
    if (!Files.exists(jar)) return List.of();
    var files = new ArrayList<String>();
    try (var zip = new ZipFile(jar.toFile())) {
      zip.stream().forEach(file -> files.add(file.getName()));
    }
    return files;
  }
}
