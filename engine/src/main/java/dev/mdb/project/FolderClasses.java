package dev.mdb.project;

import dev.mdb.error.Category;
import dev.mdb.error.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The classes of a location: in memory once they are asked for or compiled, in the store otherwise.
 */
final class FolderClasses {
  private final FolderPlace place;
  private final String fingerprint;
  private final List<KnownHelper> helpers;
  private final Map<String, PackedClasses> ofScripts = new HashMap<>();
  private final Map<String, byte[]> byName = new ConcurrentHashMap<>();
  private Optional<PackedClasses> ofHelpers = Optional.empty();
  private Optional<ScriptStore> store;
  private boolean compiled;
  private int scriptsCompiled;
  private boolean helpersCompiled;

  FolderClasses(
      FolderPlace place,
      String fingerprint,
      List<KnownHelper> helpers,
      Optional<ScriptStore> store) {
    this.place = place;
    this.fingerprint = fingerprint;
    this.helpers = helpers;
    this.store = store;
  }

  /** Empty = to be compiled. Without the helpers' classes a script's are of no use. */
  Optional<PackedClasses> of(KnownScript script) {
    if (!hasHelpers()) return Optional.empty();
    var present = Optional.ofNullable(ofScripts.get(script.path()));
    if (present.isPresent()) return present;
    var stored = storedRange(script).flatMap(range -> store.flatMap(s -> s.read(range)));
    stored.ifPresent(classes -> keep(script.path(), classes));
    return stored;
  }

  private boolean hasHelpers() {
    if (helpers.isEmpty() || ofHelpers.isPresent()) return true;
    usableStore().flatMap(s -> s.index().helperClasses().flatMap(s::read)).ifPresent(this::keep);
    return ofHelpers.isPresent();
  }

  void accept(CompileResult.Script script) {
    compiled = true;
    scriptsCompiled++;
    keep(script.path(), PackedClasses.of(script.mainClass(), script.classes()));
  }

  void acceptHelpers(Map<String, byte[]> classes) {
    compiled = true;
    helpersCompiled = true;
    keep(PackedClasses.of("", classes));
  }

  /** Classes of the helpers, in memory after this; empty = to be compiled. */
  Optional<List<String>> helperNames() {
    if (!hasHelpers()) return Optional.empty();
    return Optional.of(ofHelpers.map(classes -> classes.range().names()).orElse(List.of()));
  }

  private void keep(String path, PackedClasses classes) {
    ofScripts.put(path, classes);
    byName.putAll(classes.classes());
  }

  private void keep(PackedClasses classes) {
    ofHelpers = Optional.of(classes);
    byName.putAll(classes.classes());
  }

  /** Of a class in memory. */
  Optional<byte[]> bytes(String className) {
    return Optional.ofNullable(byName.get(className));
  }

  /** Whether there is something that the store does not have. */
  boolean compiled() {
    return compiled;
  }

  /** How many scripts were compiled for this, and not before. */
  int scriptsCompiled() {
    return scriptsCompiled;
  }

  boolean helpersCompiled() {
    return helpersCompiled;
  }

  /** For whoever compiles in order to keep: there are classes that no store has. */
  Optional<Problem> unsaved() {
    if (!compiled) return Optional.empty();
    var file = place.storeFile().map(Path::toString).orElse("there is no folder for it");
    return Optional.of(
        Problem.of(Category.FAILED, "store-unwritable", "no store could be written: " + file));
  }

  /** Another process may have compiled meanwhile. */
  void refresh() {
    if (!store.map(ScriptStore::isCurrent).orElse(false)) store = place.openStore(fingerprint);
  }

  private Optional<ClassRange> storedRange(KnownScript script) {
    return usableStore()
        .filter(s -> s.script(script.path()).filter(script::sameText).isPresent())
        .map(s -> s.index().classes().get(script.path()));
  }

  /** The store, if its classes were made with these helpers. */
  private Optional<ScriptStore> usableStore() {
    return store.filter(s -> FolderScan.sameTexts(s.index().helpers(), helpers));
  }

  /**
   * Replaces the store. What was compiled by others for the same scripts is taken over from the
   * newest one.
   */
  void save(List<KnownScript> scripts, long scannedAt) {
    refresh();
    var content =
        new StoreIndex(fingerprint, scannedAt, helpers, helperRange(), scripts, ranges(scripts));
    var written = place.writeStore(content, path -> bytesOf(content, path), compiled);
    if (written.isEmpty()) return;
    store = written;
    compiled = false;
  }

  private Map<String, ClassRange> ranges(List<KnownScript> scripts) {
    var ranges = new HashMap<String, ClassRange>();
    for (KnownScript script : scripts) {
      Optional.ofNullable(ofScripts.get(script.path()))
          .map(PackedClasses::range)
          .or(() -> storedRange(script))
          .ifPresent(range -> ranges.put(script.path(), range));
    }
    return ranges;
  }

  private Optional<ClassRange> helperRange() {
    return ofHelpers
        .map(PackedClasses::range)
        .or(() -> usableStore().flatMap(s -> s.index().helperClasses()));
  }

  private byte[] bytesOf(StoreIndex content, String path) throws IOException {
    var memory = path.isEmpty() ? ofHelpers : Optional.ofNullable(ofScripts.get(path));
    if (memory.isPresent()) return memory.get().bytes();
    var range =
        path.isEmpty() ? content.helperClasses().orElseThrow() : content.classes().get(path);
    return store.orElseThrow(() -> new IOException("no store to copy from")).copy(range);
  }
}
