package dev.mdb.resource.redis;

import io.lettuce.core.cluster.SlotHash;

/** Places in a cluster. */
final class Slots {
  private Slots() {}

  static boolean same(byte[] key, byte[] other) {
    return SlotHash.getSlot(key) == SlotHash.getSlot(other);
  }
}
