package dev.mdb.cli;

import java.util.Arrays;
import java.util.List;

/** The environment variables that mdb or its launcher reads, as the help tells of them. */
public enum Variable {
  URL("MDB_URL", "Where the resource is, when there is just one; wins over the file."),
  RESOURCE_URL("MDB_<RESOURCE>_URL", "Where this resource is: MDB_CLIENTDB_URL for clientdb."),
  CACHE("MDB_CACHE", "The folder of compiled scripts."),
  XDG_CACHE_HOME(
      "XDG_CACHE_HOME", "Its parent, and that of the class-data archives (default: ~/.cache)."),
  EDITOR("VISUAL, EDITOR", "The editor for scripts, with its options (default: vi)."),
  NO_COLOR("NO_COLOR", "When set, no colours."),
  TERM("TERM", "dumb: no colours, and no line is drawn anew."),
  COLUMNS("COLUMNS", "How wide the terminal is (default: 80)."),
  HOSTNAME("HOSTNAME", "The name of this machine for locks and the log."),
  JAVA_HOME("JAVA_HOME", "The Java to run with, 17 or newer (default: java on the PATH)."),
  JAVA_OPTS("MDB_JAVA_OPTS", "Further options for the JVM."),
  NO_ARCHIVE("MDB_NO_ARCHIVE", "When set, neither make nor use class-data archives."),
  MAKE_ARCHIVES(
      "MDB_MAKE_ARCHIVES", "When set, make them beside lib, for an image, and do nothing else.");

  private final String names;
  private final String text;

  Variable(String names, String text) {
    this.names = names;
    this.text = text;
  }

  /** One name, or several, the first that is set counts. */
  public String names() {
    return names;
  }

  public String text() {
    return text;
  }

  /** For what every command reads, the help of the whole tells. */
  static List<Variable> all() {
    return Arrays.asList(values());
  }
}
