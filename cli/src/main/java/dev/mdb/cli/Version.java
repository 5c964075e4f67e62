package dev.mdb.cli;

import java.util.Optional;

/** The version of the build, from the manifest of its jar. */
final class Version {
  private Version() {}

  static String text() {
    return Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
        .orElse("(unpacked)");
  }
}
