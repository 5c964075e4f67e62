package dev.mdb.cli.command;

import dev.mdb.cli.Host;
import dev.mdb.resource.RunOwner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Who runs mdb. */
final class Owner {
  private static final Path HOST_NAME = Path.of("/etc/hostname");

  private Owner() {}

  static RunOwner of(Host host) {
    return of(host, Optional.empty());
  }

  /**
   * @param tag stands in the log, behind the tool
   */
  static RunOwner of(Host host, Optional<String> tag) {
    return new RunOwner(
        System.getProperty("user.name", "unknown"),
        hostName(host),
        ProcessHandle.current().pid(),
        "mdb " + host.version() + tag.map(text -> ", tag " + text).orElse(""));
  }

  /** Without the network, which may take seconds to tell a machine its own name. */
  private static String hostName(Host host) {
    var name = host.environment().get("HOSTNAME");
    if (name != null && !name.isBlank()) return name;
    try {
      return Files.readString(HOST_NAME).strip();
    } catch (IOException e) {
      return "unknown";
    }
  }
}
