package dev.mdb.project;

import dev.mdb.error.Problem;
import dev.mdb.graph.Revision;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** One location in use: its scripts and their classes, as far as they are known. */
final class ScriptFolder {
  private final FolderPlace place;
  private final long scannedAt;
  private final ScriptFiles files;
  private final FolderScan scan;
  private final FolderClasses classes;
  private final Map<String, KnownScript> known = new HashMap<>();

  private ScriptFolder(
      FolderPlace place,
      String fingerprint,
      Optional<ScriptStore> store,
      ScriptFiles files,
      long scannedAt) {
    this.place = place;
    this.files = files;
    this.scannedAt = scannedAt;
    scan = new FolderScan(place, store, files, scannedAt);
    classes = new FolderClasses(place, fingerprint, scan.helpers(), store);
    for (KnownScript script : scan.known()) known.put(script.path(), script);
  }

  /**
   * Looks at the files and reads the plain headers of those that the store does not know. The store
   * is read meanwhile: each of the two takes a third of a warm start with many scripts.
   *
   * @param wanted whether a file belongs to this location and to none before it
   */
  static ScriptFolder open(
      FolderPlace place, boolean recursive, String fingerprint, Predicate<SourceFile> wanted)
      throws IOException {
    var store = new FutureTask<>(() -> place.openStore(fingerprint));
    var reader = new Thread(store, "store");
    reader.setDaemon(true);
    reader.start();
    long now = TimeUnit.MILLISECONDS.toNanos(System.currentTimeMillis());
    var found = ScriptFiles.find(place.folder(), recursive);
    var before = result(store);
    var files = found.sorted(before.map(known -> known.index().scripts()).orElse(List.of()));
    return new ScriptFolder(place, fingerprint, before, files.wanted(wanted), now);
  }

  private static Optional<ScriptStore> result(FutureTask<Optional<ScriptStore>> store)
      throws IOException {
    try {
      return store.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted");
    } catch (ExecutionException e) {
      throw new IOException(e.getCause());
    }
  }

  FolderPlace place() {
    return place;
  }

  FolderClasses classes() {
    return classes;
  }

  /** Files that cannot be read. */
  List<Problem> problems() {
    return scan.problems();
  }

  /** Those whose header is known by now, in load order. */
  List<KnownScript> scripts() {
    var scripts = new ArrayList<KnownScript>(known.size());
    for (SourceFile file : files.scripts()) {
      var script = known.get(file.path());
      if (script != null) scripts.add(script);
    }
    return scripts;
  }

  /** The scripts whose header only the compiler can read. */
  List<CompileRequest.Source> pending() {
    return scan.pending().stream().map(p -> source(p.file(), p.text())).toList();
  }

  CompileRequest.Folder request(List<CompileRequest.Source> scripts) throws IOException {
    var helpers = new ArrayList<CompileRequest.Source>();
    for (KnownHelper helper : scan.helpers()) {
      helpers.add(source(helper.file(), SourceText.read(place.path(helper.file()))));
    }
    return new CompileRequest.Folder(place.key(), scripts, helpers);
  }

  /** Empty when the script is another by now. */
  Optional<CompileRequest.Source> source(KnownScript script) throws IOException {
    var text = SourceText.read(place.path(script.file()));
    return text.hash().equals(script.hash())
        ? Optional.of(source(script.file(), text))
        : Optional.empty();
  }

  private CompileRequest.Source source(SourceFile file, SourceText text) {
    return new CompileRequest.Source(file.path(), place.display(file.path()), text.text());
  }

  /**
   * Takes over what the compiler gave.
   *
   * @return the scripts whose scanned header is not the evaluated one; their classes are not taken
   */
  List<KnownScript> accept(CompileResult.Folder result) {
    var differing = new ArrayList<KnownScript>();
    if (!result.scripts().isEmpty()) classes.acceptHelpers(result.helpers());
    for (CompileResult.Script script : result.scripts()) {
      var before = known.computeIfAbsent(script.path(), path -> evaluated(script));
      if (sameHeader(before.header(), script.header())) {
        classes.accept(script);
      } else {
        differing.add(before);
      }
    }
    return differing;
  }

  private KnownScript evaluated(CompileResult.Script script) {
    return scan.pending().stream()
        .filter(p -> p.file().path().equals(script.path()))
        .map(p -> new KnownScript(p.file(), p.text().hash(), false, script.header()))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("not asked for: " + script.path()));
  }

  /** Columns apart: an evaluated header finds its column by looking for the word. */
  private static boolean sameHeader(Revision scanned, Revision evaluated) {
    return scanned.source().line() == evaluated.source().line()
        && scanned.equals(evaluated.from(scanned.source()));
  }

  void save() {
    if (scan.changed() || classes.compiled()) classes.save(scripts(), scannedAt);
  }
}
