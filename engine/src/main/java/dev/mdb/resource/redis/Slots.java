package dev.mdb.resource.redis;

import io.lettuce.core.cluster.SlotHash;

/** Places in a cluster. */
final class Slots {
  private Slots() {}

  static int of(byte[] key) {
    return SlotHash.getSlot(key);
  }

  static boolean same(byte[] key, byte[] other) {
    return of(key) == of(other);
  }
}
