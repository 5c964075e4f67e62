package dev.mdb.migrate;

import java.util.List;

/**
 * What the journal of a step says that broke off and was repaired.
 *
 * @param done how many statements were done
 * @param inWords these in order, as far as the script still tells them
 * @param more what came next may have been done too, wholly or in part
 */
public record Repaired(int done, List<String> inWords, boolean more) {
  public Repaired {
    inWords = List.copyOf(inWords);
  }
}
