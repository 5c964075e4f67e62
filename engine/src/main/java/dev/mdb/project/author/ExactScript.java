package dev.mdb.project.author;

import dev.mdb.error.Category;
import dev.mdb.error.Location;
import dev.mdb.error.MdbException;
import dev.mdb.error.Problem;
import dev.mdb.graph.Revision;
import dev.mdb.project.ScriptEntry;
import dev.mdb.project.ScriptLayout;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;

/**
 * A script as it lies on the disk, byte for byte.
 *
 * @param mark the byte-order mark, or nothing
 * @param layout of the text behind it, whose line ends are as they are
 */
record ExactScript(ScriptEntry entry, String mark, ScriptLayout layout) {
  private static final String MARK = "\uFEFF";

  /**
   * @throws MdbException when it is not in plain form, with the place; when it cannot be read, or
   *     is another by now
   */
  static ExactScript read(ScriptEntry entry) {
    var content = decode(entry);
    var mark = content.startsWith(MARK) ? MARK : "";
    var text = content.substring(mark.length());
    if (!ScriptLayout.hash(text).equals(entry.hash())) throw edited(entry);
    return new ExactScript(entry, mark, ScriptLayout.of(text, entry.header().source().file()));
  }

  private static String decode(ScriptEntry entry) {
    try {
      var bytes = ByteBuffer.wrap(Files.readAllBytes(entry.path()));
      return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
    } catch (CharacterCodingException e) {
      throw new MdbException(problem(entry, "not-utf-8", "the script is not UTF-8"), e);
    } catch (IOException e) {
      throw new MdbException(problem(entry, "unreadable", "cannot be read: " + e), e);
    }
  }

  private static MdbException edited(ScriptEntry entry) {
    var message = "the script was edited while mdb ran";
    return new MdbException(problem(entry, "script-edited", message).help("run the command again"));
  }

  private static Problem problem(ScriptEntry entry, String code, String message) {
    return Problem.of(Category.FAILED, code, message).at(entry.header().source());
  }

  HeaderEdit edit() {
    return new HeaderEdit(layout);
  }

  /**
   * The header that a new text gives.
   *
   * @throws MdbException when it has not these edges and otherwise the header of before; then this
   *     class is wrong, and nothing may be written
   */
  Revision checked(String newText, Revision wanted) {
    var found = ScriptLayout.of(newText, entry.header().source().file()).header();
    if (found.from(wanted.source()).equals(wanted)) return found;
    var message = "internal error: the changed header would read " + found;
    throw new MdbException(problem(entry, "header-misread", message));
  }

  void write(String newText) {
    ReplacedFile.write(entry.path(), mark + newText);
  }

  Location source() {
    return entry.header().source();
  }
}
