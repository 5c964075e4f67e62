package dev.mdb.resource;

import java.util.List;

/**
 * A {@link Part} as text.
 *
 * @param lines for the client, each whole
 * @param hash as that of the part
 * @param joinsTransaction as that of the part
 * @param unenforced does its transaction go without enforcement of foreign keys?
 */
public record ScriptPart(
    List<String> lines, String hash, boolean joinsTransaction, boolean unenforced) {
  public ScriptPart {
    lines = List.copyOf(lines);
  }
}
