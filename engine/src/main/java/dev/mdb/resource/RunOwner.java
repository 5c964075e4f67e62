package dev.mdb.resource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Who runs mdb: shown to those who wait for the lock and kept in the log.
 *
 * @param tool name and version
 */
public record RunOwner(String user, String host, long pid, String tool) {
  private static final Path HOST_NAME = Path.of("/etc/hostname");

  /**
   * The user of this process.
   *
   * @param environment variables
   * @param tag of the run: stands in the log, behind the tool
   */
  public static RunOwner ofProcess(
      Map<String, String> environment, String tool, Optional<String> tag) {
    return new RunOwner(
        System.getProperty("user.name", "unknown"),
        hostName(environment),
        ProcessHandle.current().pid(),
        tool + tag.map(text -> ", tag " + text).orElse(""));
  }

  /** Without the network, which may take seconds to tell a machine its own name. */
  private static String hostName(Map<String, String> environment) {
    var name = environment.get("HOSTNAME");
    if (name != null && !name.isBlank()) return name;
    try {
      return Files.readString(HOST_NAME).strip();
    } catch (IOException e) {
      return "unknown";
    }
  }

  @Override
  public String toString() {
    return user + "@" + host + ", process " + pid;
  }
}
