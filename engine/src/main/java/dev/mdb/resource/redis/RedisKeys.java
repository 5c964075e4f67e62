package dev.mdb.resource.redis;

import dev.mdb.resource.ResourceSettings;

/**
 * The keys of one version table. The name stands in braces, so that a cluster keeps them all in one
 * slot; braces inside the name would end it early and are written as percent escapes.
 *
 * @param revisions list of ids in the order they were applied
 * @param log stream that names the log entries in their order
 * @param open set of the log entries that are open
 * @param lock hash of the lease, which expires
 * @param fence counter that numbers the leases
 */
record RedisKeys(
    String prefix, String revisions, String log, String open, String lock, String fence) {
  static RedisKeys of(ResourceSettings settings) {
    var table = settings.versionSchema().map(schema -> schema + ".").orElse("");
    return of(table + settings.versionTable());
  }

  static RedisKeys of(String name) {
    var tag = name.replace("%", "%25").replace("{", "%7B").replace("}", "%7D");
    var prefix = "mdb:{" + tag + "}:";
    return new RedisKeys(
        prefix,
        prefix + "revisions",
        prefix + "log",
        prefix + "open",
        prefix + "lock",
        prefix + "fence");
  }

  /** Set of the slots that hold a {@link #counter}. */
  String slots() {
    return prefix + "slots";
  }

  /** In the slot of the tag, not with the others: how many parts were done there. */
  String counter(String tag) {
    return "mdb:{" + tag + "}:parts:" + prefix;
  }

  /** Hash of one log entry. */
  String logEntry(String name) {
    return prefix + "log:" + name;
  }

  /** Hash of one applied revision. */
  String revision(String id) {
    return prefix + "revision:" + id;
  }
}
