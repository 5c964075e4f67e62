package dev.mdb.project;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The first part of a store: all that commands on the graph need.
 *
 * @param fingerprint of the toolkit and the class path that the classes are good for
 * @param scannedAt when the files were looked at, nanoseconds since 1970
 * @param helperClasses empty = not compiled
 * @param classes of the scripts that are compiled, by path
 */
record StoreIndex(
    String fingerprint,
    long scannedAt,
    List<KnownHelper> helpers,
    Optional<ClassRange> helperClasses,
    List<KnownScript> scripts,
    Map<String, ClassRange> classes) {

  /** Time stamps of files may be this coarse, in nanoseconds: FAT counts in two seconds. */
  private static final long COARSEST_CLOCK = 2_000_000_000L;

  /**
   * Changed so shortly before it was looked at that a later change could carry the same time stamp.
   */
  static boolean racy(SourceFile file, long scannedAt) {
    return file.modified() > scannedAt - COARSEST_CLOCK;
  }

  /** Whether this file was read for this index, going by its time stamp alone. */
  boolean vouchesFor(SourceFile known, SourceFile now) {
    return known.sameStamp(now) && !racy(known, scannedAt);
  }

  byte[] encode() {
    var out = new BinaryWriter();
    out.string(fingerprint);
    out.whole(scannedAt);
    out.list(helpers, StoreIndex::writeHelper);
    out.optional(helperClasses, (to, range) -> range.write(to));
    out.list(scripts, this::writeScript);
    return out.toByteArray();
  }

  /**
   * @param display from a path in the location to the file's name in messages
   * @throws RuntimeException when the bytes do not fit
   */
  static StoreIndex decode(byte[] bytes, UnaryOperator<String> display) {
    var in = new BinaryReader(bytes);
    String fingerprint = in.string();
    long scannedAt = in.whole();
    var helpers = in.list(StoreIndex::readHelper);
    var helperClasses = in.optional(ClassRange::read);
    var classes = new HashMap<String, ClassRange>();
    var scripts = in.list(from -> readScript(from, display, classes));
    return new StoreIndex(fingerprint, scannedAt, helpers, helperClasses, scripts, classes);
  }

  /** The same with the class bytes laid out anew, scripts first. */
  StoreIndex laidOut() {
    var placed = new HashMap<String, ClassRange>();
    long offset = 0;
    for (String path : compiled()) {
      placed.put(path, classes.get(path).at(offset));
      offset += classes.get(path).length();
    }
    long end = offset;
    var placedHelpers = helperClasses.map(range -> range.at(end));
    return new StoreIndex(fingerprint, scannedAt, helpers, placedHelpers, scripts, placed);
  }

  /** Paths of the compiled scripts, in the order in which their classes are stored. */
  List<String> compiled() {
    var paths = new ArrayList<String>();
    for (KnownScript script : scripts) {
      if (classes.containsKey(script.path())) paths.add(script.path());
    }
    return paths;
  }

  long classBytes() {
    long sum = helperClasses.map(ClassRange::length).orElse(0);
    for (ClassRange range : classes.values()) sum += range.length();
    return sum;
  }

  private void writeScript(BinaryWriter out, KnownScript script) {
    writeFile(out, script.file(), script.hash());
    out.truth(script.plain());
    HeaderCodec.write(out, script.header());
    out.optional(Optional.ofNullable(classes.get(script.path())), (to, range) -> range.write(to));
  }

  private static KnownScript readScript(
      BinaryReader in, UnaryOperator<String> display, Map<String, ClassRange> classes) {
    var file = readFile(in);
    String hash = in.string();
    boolean plain = in.truth();
    var header = HeaderCodec.read(in, display.apply(file.path()));
    in.optional(ClassRange::read).ifPresent(range -> classes.put(file.path(), range));
    return new KnownScript(file, hash, plain, header);
  }

  private static void writeHelper(BinaryWriter out, KnownHelper helper) {
    writeFile(out, helper.file(), helper.hash());
  }

  private static KnownHelper readHelper(BinaryReader in) {
    return new KnownHelper(readFile(in), in.string());
  }

  private static void writeFile(BinaryWriter out, SourceFile file, String hash) {
    out.string(file.path());
    out.whole(file.size());
    out.whole(file.modified());
    out.string(hash);
  }

  private static SourceFile readFile(BinaryReader in) {
    return new SourceFile(in.string(), in.whole(), in.whole());
  }
}
