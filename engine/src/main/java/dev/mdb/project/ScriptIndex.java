package dev.mdb.project;

import dev.mdb.error.Category;
import dev.mdb.error.Location;
import dev.mdb.error.MdbException;
import dev.mdb.error.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The scripts of a resource's locations. Opening it reads headers only: from the store where
 * nothing has changed, from the text where the header is plain, through the compiler for the rest.
 */
public final class ScriptIndex implements RevisionScripts, AutoCloseable {
  /** An entry with where it comes from. */
  private record Slot(ScriptFolder folder, KnownScript script, ScriptEntry entry) {}

  private final ScriptOptions options;
  private final ScriptCompiler compiler;
  private final List<ScriptFolder> folders = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();
  private final List<ScriptEntry> entries = new ArrayList<>();
  private final Map<String, Slot> slots = new HashMap<>();
  private final Map<ScriptFolder, ClassLoader> loaders = new HashMap<>();
  private final UserClassPath classPath;

  private ScriptIndex(ScriptOptions options, ScriptCompiler compiler) {
    this.options = options;
    this.compiler = compiler;
    this.classPath = new UserClassPath(options.classPath());
  }

  /**
   * @param locations folders in the order configured, absolute or relative to the options' base
   * @return also when scripts are broken: see {@link #problems}
   */
  public static ScriptIndex open(
      List<Path> locations, ScriptOptions options, ScriptCompiler compiler) {
    var index = new ScriptIndex(options, compiler);
    index.openFolders(locations);
    index.compilePending();
    index.list();
    return index;
  }

  private void openFolders(List<Path> locations) {
    String fingerprint = fingerprint(compiler, options);
    var seen = new HashSet<Path>();
    for (Path location : locations) {
      try {
        var place = FolderPlace.of(location, options);
        Predicate<SourceFile> wanted =
            locations.size() > 1 ? file -> seen.add(place.path(file)) : file -> true;
        folders.add(ScriptFolder.open(place, options.recursive(), fingerprint, wanted));
      } catch (IOException e) {
        problems.add(unusable(location, e));
      }
    }
  }

  /** What a store must have been made for. */
  static String fingerprint(ScriptCompiler compiler, ScriptOptions options) {
    return compiler.fingerprint() + "\n" + ClassPathFingerprint.of(options.classPath());
  }

  private Problem unusable(Path location, IOException failure) {
    boolean absent = !Files.exists(options.base().resolve(location));
    String message = "location '" + location + (absent ? "': no such folder" : "': " + failure);
    return Problem.of(Category.USAGE, absent ? "location-missing" : "location-unusable", message)
        .help("create it, or correct `locations` in the configuration");
  }

  private void compilePending() {
    var compilation = new ScriptCompilation();
    for (ScriptFolder folder : folders) {
      problems.addAll(folder.problems());
      compilation.addPending(folder);
    }
    problems.addAll(compilation.run(compiler, options.classPath()));
    folders.forEach(ScriptFolder::save);
  }

  private void list() {
    for (ScriptFolder folder : folders) {
      for (KnownScript script : folder.scripts()) {
        var entry =
            new ScriptEntry(folder.place().folder(), script.path(), script.hash(), script.header());
        entries.add(entry);
        slots.putIfAbsent(entry.id(), new Slot(folder, script, entry));
      }
    }
  }

  /** The sound scripts in load order: locations as given, then file names by code point. */
  public List<ScriptEntry> entries() {
    return List.copyOf(entries);
  }

  /** Every fault of every location; empty when all scripts are sound. */
  public List<Problem> problems() {
    return List.copyOf(problems);
  }

  /** How many scripts were compiled since this was opened. */
  int compiled() {
    return folders.stream().mapToInt(folder -> folder.classes().scriptsCompiled()).sum();
  }

  /** Classes that could not be kept. */
  List<Problem> unsaved() {
    return folders.stream().flatMap(folder -> folder.classes().unsaved().stream()).toList();
  }

  /** The first entry with this id. */
  @Override
  public Optional<ScriptEntry> entry(String id) {
    return Optional.ofNullable(slots.get(id)).map(Slot::entry);
  }

  @Override
  public void addTo(Preparation preparation, Collection<String> ids) {
    var scripts = new LinkedHashMap<ScriptFolder, List<KnownScript>>();
    for (String id : ids) {
      var slot = slot(id);
      scripts.computeIfAbsent(slot.folder, folder -> new ArrayList<>()).add(slot.script);
    }
    scripts.forEach(
        (folder, wanted) -> preparation.add(compiler, options.classPath(), folder, wanted));
  }

  /**
   * Evaluates a script: its header and its blocks, which have not run. Compiles it if need be.
   *
   * @throws MdbException when it is broken, or no script has the id
   */
  @Override
  public synchronized RevisionDefinition define(String id) {
    prepare(List.of(id));
    var slot = slot(id);
    var definition = evaluator(slot.entry).define(mainClass(slot));
    var header = slot.entry.header();
    if (!definition.header().from(header.source()).equals(header)) throw unstable(header.source());
    return new RevisionDefinition(
        header, definition.transaction(), definition.upgrade(), definition.downgrade());
  }

  /**
   * What the compiler says of a script before it is written.
   *
   * @param file below one of the locations
   * @param text with lines that end in LF
   */
  public List<Problem> tryCompile(Path file, String text) {
    var folder =
        folders.stream()
            .filter(each -> file.startsWith(each.place().folder()))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException(file + " is in no location"));
    try {
      var request = folder.request(List.of(folder.place().source(file, text)));
      return compiler.compile(new CompileRequest(List.of(request), options.classPath())).problems();
    } catch (IOException e) {
      return List.of(FolderScan.unreadable(folder.place().display("lib"), e));
    }
  }

  private Class<?> mainClass(Slot slot) {
    var classes = slot.folder.classes().of(slot.script);
    if (classes.isEmpty()) throw notCompiled(slot.entry.header().source());
    try {
      return loader(slot.folder).loadClass(classes.get().mainClass());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("the main class is among the script's classes", e);
    }
  }

  private ClassLoader loader(ScriptFolder folder) {
    return loaders.computeIfAbsent(
        folder, f -> new ScriptLoader(classPath.loader(), f.classes()::bytes));
  }

  /** Closes the jars that scripts have used; classes that are loaded stay. */
  @Override
  public synchronized void close() {
    loaders.clear();
    classPath.close();
  }

  private static ScriptEvaluator evaluator(ScriptEntry entry) {
    return new ScriptEvaluator(entry.header().source().file(), () -> text(entry));
  }

  /** For columns in messages; without it there is none. */
  private static String text(ScriptEntry entry) {
    try {
      return SourceText.read(entry.path()).text();
    } catch (IOException gone) {
      return "";
    }
  }

  /**
   * The place in the script where an exception came from: the innermost frame that belongs to it.
   */
  @Override
  public synchronized Optional<Location> locate(Throwable thrown, ScriptEntry entry) {
    return Optional.ofNullable(slots.get(entry.id()))
        .flatMap(slot -> slot.folder.classes().of(slot.script))
        .flatMap(classes -> evaluator(entry).locate(thrown, classes.mainClass()));
  }

  private Slot slot(String id) {
    var slot = slots.get(id);
    if (slot != null) return slot;
    String message = "no script has the revision '" + id + "'";
    throw new MdbException(Problem.of(Category.GRAPH, "unknown-revision", message));
  }

  private static MdbException notCompiled(Location source) {
    String message = "internal error: the compiler gave no class for the script";
    return new MdbException(Problem.of(Category.FAILED, "not-compiled", message).at(source));
  }

  private static MdbException unstable(Location source) {
    String message = "the header is another than when the script was compiled";
    return new MdbException(
        Problem.of(Category.GRAPH, "unstable-header", message)
            .at(source)
            .help("write it so that it depends on nothing outside the script"));
  }
}
