package dev.mdb.project;

import dev.mdb.error.Location;
import dev.mdb.error.MdbException;
import dev.mdb.error.Problem;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;

/**
 * The classes among which the models of a resource are: those compiled from Kotlin files of the
 * project, kept in a store as scripts are, and those of the user's jars.
 */
public final class ModelClasses {
  private final List<String> names;
  private final ClassLoader loader;
  private final List<SourceFile> sources;
  private final FolderPlace place;
  private final Optional<FolderClasses> kept;

  private ModelClasses(
      List<String> names,
      ClassLoader loader,
      List<SourceFile> sources,
      FolderPlace place,
      Optional<FolderClasses> kept) {
    this.names = names;
    this.loader = loader;
    this.sources = sources;
    this.place = place;
    this.kept = kept;
  }

  /**
   * @param entries as configured
   * @throws MdbException when an entry is neither a path nor a name, or with everything that does
   *     not compile
   */
  static ModelClasses open(ModelEntries entries, ScriptOptions options, ScriptCompiler compiler) {
    var place = FolderPlace.ofModels(entries.folder(), entries.paths(), options);
    var sources = sources(entries, place);
    var classPath = new UserClassPath(options.classPath());
    var names = new TreeSet<>(entries.classes());
    if (sources.isEmpty()) {
      return new ModelClasses(
          List.copyOf(names), classPath.loader(), sources, place, Optional.empty());
    }
    var compiled = compiled(sources, place, options, compiler);
    names.addAll(compiled.helperNames().orElseThrow());
    var loader = new ScriptLoader(classPath.loader(), compiled::bytes);
    return new ModelClasses(List.copyOf(names), loader, sources, place, Optional.of(compiled));
  }

  private static List<SourceFile> sources(ModelEntries entries, FolderPlace place) {
    try {
      return ModelFiles.find(place.folder(), entries.paths());
    } catch (IOException e) {
      throw new MdbException(FolderScan.unreadable(String.valueOf(e.getMessage()), e), e);
    }
  }

  private static FolderClasses compiled(
      List<SourceFile> sources, FolderPlace place, ScriptOptions options, ScriptCompiler compiler) {
    long now = TimeUnit.MILLISECONDS.toNanos(System.currentTimeMillis());
    String fingerprint = ScriptIndex.fingerprint(compiler, options);
    var store = place.openStore(fingerprint);
    var scan = new FolderScan(place, store, new ScriptFiles(List.of(), sources), now);
    if (!scan.problems().isEmpty()) throw new MdbException(scan.problems());
    var classes = new FolderClasses(place, fingerprint, scan.helpers(), store);
    boolean known = classes.helperNames().isPresent();
    if (!known) classes.acceptHelpers(compile(scan.helpers(), place, options, compiler));
    if (!known || scan.changed()) classes.save(List.of(), now);
    return classes;
  }

  private static Map<String, byte[]> compile(
      List<KnownHelper> files, FolderPlace place, ScriptOptions options, ScriptCompiler compiler) {
    var sources = new ArrayList<CompileRequest.Source>();
    for (KnownHelper file : files) sources.add(source(file, place));
    var folder = new CompileRequest.Folder(place.key(), List.of(), sources);
    var result = compiler.compile(new CompileRequest(List.of(folder), options.classPath()));
    if (!result.problems().isEmpty()) throw new MdbException(result.problems());
    return result.folders().get(0).helpers();
  }

  private static CompileRequest.Source source(KnownHelper file, FolderPlace place) {
    var path = place.path(file.file());
    try {
      return place.source(path, SourceText.read(path).text());
    } catch (IOException e) {
      throw new MdbException(FolderScan.unreadable(place.display(file.file().path()), e), e);
    }
  }

  /** Binary names in their order: every class, whatever it is. */
  public List<String> names() {
    return names;
  }

  /** How many files were read for them; what comes from jars has none. */
  int files() {
    return sources.size();
  }

  /** How many files were compiled for this, and not before. */
  int compiled() {
    return kept.filter(FolderClasses::helpersCompiled).map(classes -> files()).orElse(0);
  }

  /** Classes that could not be kept. */
  Optional<Problem> unsaved() {
    return kept.flatMap(FolderClasses::unsaved);
  }

  /** Of the {@link #names}, and of everything that they need. */
  public ClassLoader loader() {
    return loader;
  }

  /** The place in a model's file where an exception came from; empty when it is in a jar. */
  public Optional<Location> locate(Throwable thrown) {
    for (Throwable t = thrown; t != null; t = t.getCause()) {
      for (StackTraceElement frame : t.getStackTrace()) {
        var place = frame.getLineNumber() > 0 ? locate(frame) : Optional.<Location>empty();
        if (place.isPresent()) return place;
      }
    }
    return Optional.empty();
  }

  private Optional<Location> locate(StackTraceElement frame) {
    if (!names.contains(frame.getClassName())) return Optional.empty();
    return sources.stream()
        .filter(source -> source.name().equals(frame.getFileName()))
        .findFirst()
        .map(source -> places(source).statement(frame.getLineNumber()));
  }

  private ScriptPlaces places(SourceFile source) {
    return new ScriptPlaces(place.display(source.path()), () -> text(source));
  }

  /** For columns in messages; without it there is none. */
  private String text(SourceFile source) {
    try {
      return SourceText.read(place.path(source)).text();
    } catch (IOException gone) {
      return "";
    }
  }
}
