package dev.mdb.project;

import dev.mdb.error.Category;
import dev.mdb.error.MdbException;
import dev.mdb.error.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What {@code models} names: folders and files of the project, and classes of the user's jars.
 *
 * @param folder relative paths start here
 * @param paths absolute; they exist
 * @param classes binary names
 */
record ModelEntries(Path folder, List<Path> paths, List<String> classes) {
  private static final Pattern CLASS_NAME = Pattern.compile("\\p{L}[\\w$]*(\\.\\p{L}[\\w$]*)*");

  /**
   * @param entries as written; one that is no path is the name of a package or class
   * @throws MdbException of category USAGE for each that is neither
   */
  static ModelEntries of(List<String> entries, Path folder, List<Path> classPath) {
    var paths = new ArrayList<Path>();
    var classes = new ArrayList<String>();
    var problems = new ArrayList<Problem>();
    var search = new UserClassPath(classPath);
    for (String entry : entries) {
      path(entry, folder)
          .ifPresentOrElse(paths::add, () -> classes.addAll(find(entry, search, problems)));
    }
    if (!problems.isEmpty()) throw new MdbException(problems);
    return new ModelEntries(folder, List.copyOf(paths), List.copyOf(classes));
  }

  /** All that can be a place of the project: what is there, and what no jar has. */
  static List<Path> places(List<String> entries, Path folder, List<Path> classPath) {
    var search = new UserClassPath(classPath);
    return entries.stream()
        .filter(entry -> path(entry, folder).isPresent() || !isKnown(entry, search))
        .flatMap(entry -> resolved(entry, folder).stream())
        .toList();
  }

  private static boolean isKnown(String entry, UserClassPath search) {
    return !find(entry, search, new ArrayList<>()).isEmpty();
  }

  private static Optional<Path> path(String entry, Path folder) {
    return resolved(entry, folder).filter(Files::exists);
  }

  private static Optional<Path> resolved(String entry, Path folder) {
    try {
      return Optional.of(folder.resolve(entry).normalize());
    } catch (InvalidPathException noPath) {
      return Optional.empty();
    }
  }

  private static List<String> find(String entry, UserClassPath search, List<Problem> problems) {
    try {
      var names = CLASS_NAME.matcher(entry).matches() ? search.find(entry) : List.<String>of();
      if (names.isEmpty()) problems.add(absent(entry, search));
      return names;
    } catch (IOException e) {
      var message = "an entry of classpath cannot be read: " + e.getMessage();
      problems.add(Problem.of(Category.USAGE, "bad-classpath", message));
      return List.of();
    }
  }

  private static Problem absent(String entry, UserClassPath search) {
    boolean isName = CLASS_NAME.matcher(entry).matches() && !search.isEmpty();
    var where = isName ? ", and no package or class on classpath" : "";
    var message = "models: there is no folder or file '" + entry + "'" + where;
    return Problem.of(Category.USAGE, "no-models", message)
        .help(
            "name a folder or a .kt file of the project, or a package or class of a jar that"
                + " classpath names");
  }
}
