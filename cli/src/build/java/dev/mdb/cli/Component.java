package dev.mdb.cli;

import java.nio.file.Path;

/**
 * A jar of the distribution that others made.
 *
 * @param license an SPDX expression
 * @param jar the file that is shipped
 */
record Component(String group, String name, String version, String license, Path jar) {
  String id() {
    return group + ":" + name + ":" + version;
  }

  /** Names it everywhere, see the purl specification. */
  String packageUrl() {
    return "pkg:maven/" + group + "/" + name + "@" + version + "?type=jar";
  }

  String file() {
    return jar.getFileName().toString();
  }
}
