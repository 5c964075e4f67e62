package dev.mdb.project;

import dev.mdb.error.Category;
import dev.mdb.error.Location;
import dev.mdb.error.Problem;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Compares the files of a location with its store, and reads what the store does not vouch for. */
final class FolderScan {
  /** A script that only the compiler can read. */
  record Pending(SourceFile file, SourceText text) {}

  private final FolderPlace place;
  private final Optional<ScriptStore> store;
  private final long now;
  private final List<KnownHelper> helpers = new ArrayList<>();
  private final List<KnownScript> known = new ArrayList<>();
  private final List<Pending> pending = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();
  private boolean changed;
  private boolean sameHelpers;

  /**
   * @param now when the files were found, nanoseconds since 1970
   */
  FolderScan(FolderPlace place, Optional<ScriptStore> store, ScriptFiles files, long now) {
    this.place = place;
    this.store = store;
    this.now = now;
    changed = store.isEmpty();
    for (SourceFile file : files.helpers()) attempt(file, () -> helper(file));
    sameHelpers = store.map(s -> sameTexts(s.index().helpers(), helpers)).orElse(false);
    for (SourceFile file : files.scripts()) script(file);
    changed |= !sameHelpers || !store.map(s -> s.index().scripts()).orElse(List.of()).equals(known);
  }

  List<KnownHelper> helpers() {
    return helpers;
  }

  /** Those whose header is known, in load order. */
  List<KnownScript> known() {
    return known;
  }

  List<Pending> pending() {
    return pending;
  }

  /** Files that cannot be read. */
  List<Problem> problems() {
    return problems;
  }

  /** Whether the store should be written again. */
  boolean changed() {
    return changed;
  }

  static boolean sameTexts(List<KnownHelper> left, List<KnownHelper> right) {
    if (left.size() != right.size()) return false;
    for (int i = 0; i < left.size(); i++) if (!left.get(i).sameText(right.get(i))) return false;
    return true;
  }

  @FunctionalInterface
  private interface Reading {
    void run() throws IOException;
  }

  private void attempt(SourceFile file, Reading reading) {
    try {
      reading.run();
    } catch (IOException e) {
      problems.add(unreadable(place.display(file.path()), e));
    }
  }

  static Problem unreadable(String file, IOException failure) {
    return Problem.of(Category.FAILED, "unreadable", "cannot be read: " + failure)
        .at(new Location(file, 0, 0));
  }

  private void helper(SourceFile file) throws IOException {
    var before = storedHelper(file);
    if (before.isPresent() && vouchedFor(before.get().file(), file)) {
      helpers.add(before.get());
    } else {
      helpers.add(new KnownHelper(file, SourceText.read(place.path(file)).hash()));
      changed |= !StoreIndex.racy(file, now);
    }
  }

  private Optional<KnownHelper> storedHelper(SourceFile file) {
    return store.stream()
        .flatMap(s -> s.index().helpers().stream())
        .filter(helper -> helper.file().path().equals(file.path()))
        .findFirst();
  }

  private void script(SourceFile file) {
    var before = stored(file);
    if (before.isPresent() && vouchedFor(before.get().file(), file)) known.add(before.get());
    else attempt(file, () -> read(file, before));
  }

  private Optional<KnownScript> stored(SourceFile file) {
    if (store.isEmpty()) return Optional.empty();
    return store.get().script(file.path()).filter(this::stillMeansTheSame);
  }

  private void read(SourceFile file, Optional<KnownScript> before) throws IOException {
    var text = SourceText.read(place.path(file));
    var same = before.filter(script -> script.hash().equals(text.hash()));
    if (same.isPresent()) {
      known.add(same.get().stamped(file));
      changed |= !StoreIndex.racy(file, now);
    } else {
      read(file, text);
    }
  }

  private void read(SourceFile file, SourceText text) {
    HeaderScanner.scan(text.text(), place.display(file.path()))
        .ifPresentOrElse(
            header -> known.add(new KnownScript(file, text.hash(), true, header)),
            () -> pending.add(new Pending(file, text)));
  }

  /** A header that the compiler gave may come from a helper. */
  private boolean stillMeansTheSame(KnownScript script) {
    return script.plain() || sameHelpers;
  }

  private boolean vouchedFor(SourceFile before, SourceFile file) {
    return store.isPresent() && store.get().index().vouchesFor(before, file);
  }
}
