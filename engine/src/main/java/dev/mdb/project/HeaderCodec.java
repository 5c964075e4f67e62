package dev.mdb.project;

import dev.mdb.error.Location;
import dev.mdb.graph.Dependency;
import dev.mdb.graph.Downgrade;
import dev.mdb.graph.Revision;
import java.util.Optional;

/**
 * A header as bytes. The name of its file depends on where mdb is called from and is given anew by
 * the reader.
 */
final class HeaderCodec {
  private HeaderCodec() {}

  static void write(BinaryWriter out, Revision header) {
    out.string(header.id());
    out.strings(header.parents());
    out.list(header.dependencies(), HeaderCodec::writeDependency);
    out.strings(header.labels());
    out.string(header.message());
    out.strings(header.replaces());
    out.truth(header.downgrade() instanceof Downgrade.Present);
    out.optional(whyIrreversible(header.downgrade()), BinaryWriter::string);
    out.integer(header.source().line());
    out.integer(header.source().column());
  }

  static Revision read(BinaryReader in, String file) {
    return new Revision(
        in.string(),
        in.strings(),
        in.list(HeaderCodec::readDependency),
        in.strings(),
        in.string(),
        in.strings(),
        downgrade(in.truth(), in.optional(BinaryReader::string)),
        new Location(file, in.integer(), in.integer()));
  }

  private static void writeDependency(BinaryWriter out, Dependency dependency) {
    out.string(dependency.name());
    out.truth(dependency.optional());
    out.optional(dependency.resource(), BinaryWriter::string);
  }

  private static Dependency readDependency(BinaryReader in) {
    return new Dependency(in.string(), in.truth(), in.optional(BinaryReader::string));
  }

  private static Optional<String> whyIrreversible(Downgrade downgrade) {
    return downgrade instanceof Downgrade.Irreversible irreversible
        ? Optional.of(irreversible.why())
        : Optional.empty();
  }

  private static Downgrade downgrade(boolean present, Optional<String> why) {
    if (present) return new Downgrade.Present();
    return why.<Downgrade>map(Downgrade.Irreversible::new).orElseGet(Downgrade.Missing::new);
  }
}
