package dev.mdb.resource.redis;

import dev.mdb.resource.ResourceSettings;

/**
 * The keys of one version table. The name stands in braces, so that a cluster keeps them all in one
 * slot; braces inside the name would end it early and are written as percent escapes.
 *
 * @param revisions list of ids in the order they were applied
 * @param log stream of log entries
 * @param lock hash of the lease, which expires
 * @param fence counter that numbers the leases
 */
record RedisKeys(String prefix, String revisions, String log, String lock, String fence) {
  static RedisKeys of(ResourceSettings settings) {
    var table = settings.versionSchema().map(schema -> schema + ".").orElse("");
    return of(table + settings.versionTable());
  }

  static RedisKeys of(String name) {
    var tag = name.replace("%", "%25").replace("{", "%7B").replace("}", "%7D");
    var prefix = "mdb:{" + tag + "}:";
    return new RedisKeys(
        prefix, prefix + "revisions", prefix + "log", prefix + "lock", prefix + "fence");
  }

  /** Hash of one applied revision. */
  String revision(String id) {
    return prefix + "revision:" + id;
  }
}
