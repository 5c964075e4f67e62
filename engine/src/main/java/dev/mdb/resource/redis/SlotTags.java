package dev.mdb.resource.redis;

import java.util.HashMap;
import java.util.Map;

/** Finds, for a slot, a short text in it, to stand in the braces of a key. */
final class SlotTags {
  private final Map<Integer, String> found = new HashMap<>();
  private int tried;

  /** Numbers spread evenly over the slots, so that one is found after some ten thousand. */
  String of(int slot) {
    while (!found.containsKey(slot)) {
      var tag = Integer.toString(tried++);
      found.putIfAbsent(Slots.of(Text.utf8(tag)), tag);
    }
    return found.get(slot);
  }
}
