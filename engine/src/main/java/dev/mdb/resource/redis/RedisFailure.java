package dev.mdb.resource.redis;

/** A command that failed; does not leave this package. */
final class RedisFailure extends RuntimeException {
  private static final String NO_CLUSTER = "Cannot retrieve cluster partitions";
  private static final String OF_NODE = "]: ";

  private final boolean refused;

  private RedisFailure(String message, boolean refused, Throwable cause) {
    super(message, cause);
    this.refused = refused;
  }

  /** The server has answered with an error. */
  static RedisFailure refused(String message) {
    return new RedisFailure(message.strip(), true, null);
  }

  /** No answer came: whether the command was run is unknown. */
  static RedisFailure lost(Throwable cause) {
    return new RedisFailure("the connection is lost: " + reason(cause), false, cause);
  }

  /** No connection came about. */
  static RedisFailure unreachable(Throwable cause) {
    return new RedisFailure(reason(cause), false, cause);
  }

  /** Did the server say so? */
  boolean refused() {
    return refused;
  }

  /** The innermost message is the one that says it; those around it repeat the address. */
  private static String reason(Throwable failure) {
    var deepest = failure;
    while (deepest.getCause() != null) deepest = deepest.getCause();
    var message = deepest.getMessage();
    if (message == null) return deepest.getClass().getSimpleName();
    return message.startsWith(NO_CLUSTER) ? ofLastNode(message) : firstLine(message);
  }

  private static String firstLine(String message) {
    return message.lines().findFirst().orElse(message).strip();
  }

  /** A line {@code [url]: what that node said} for each node. */
  private static String ofLastNode(String message) {
    var last = message.lines().filter(line -> line.contains(OF_NODE)).reduce((a, b) -> b);
    return last.map(line -> line.substring(line.indexOf(OF_NODE) + OF_NODE.length()))
        .orElse("no node answers as one of a cluster");
  }
}
