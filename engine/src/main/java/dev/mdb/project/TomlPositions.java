package dev.mdb.project;

import dev.mdb.error.Category;
import dev.mdb.error.Location;
import dev.mdb.error.MdbException;
import dev.mdb.error.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseError;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;

/** Where things stand in a TOML text. */
final class TomlPositions {
  private final TomlParseResult result;
  private final String file;

  private TomlPositions(TomlParseResult result, String file) {
    this.result = result;
    this.file = file;
  }

  static TomlPositions parse(String text, String file) {
    var result = Toml.parse(text);
    if (result.hasErrors()) {
      throw new MdbException(result.errors().stream().map(e -> syntaxFault(e, file)).toList());
    }
    return new TomlPositions(result, file);
  }

  private static Problem syntaxFault(TomlParseError error, String file) {
    return Problem.of(Category.USAGE, "broken-toml", error.getMessage())
        .at(place(file, error.position()));
  }

  /** Of the longest part of the path that the file has. */
  Location nearest(List<String> path) {
    for (int length = path.size(); length > 0; length--) {
      var position = result.inputPositionOf(path.subList(0, length));
      if (position != null) return place(file, position);
    }
    return new Location(file, 0, 0);
  }

  /** Of the first of these paths that the file has as a whole. */
  @SafeVarargs
  final Location of(List<String>... paths) {
    for (var path : paths) {
      var position = result.inputPositionOf(path);
      if (position != null) return place(file, position);
    }
    return new Location(file, 0, 0);
  }

  Map<String, Object> tree() {
    return plain(result);
  }

  private static Location place(String file, TomlPosition position) {
    return new Location(file, position.line(), position.column());
  }

  private static Map<String, Object> plain(TomlTable table) {
    var map = new LinkedHashMap<String, Object>();
    for (var entry : table.entrySet()) map.put(entry.getKey(), plain(entry.getValue()));
    return map;
  }

  private static Object plain(Object value) {
    if (value instanceof TomlTable table) return plain(table);
    if (value instanceof TomlArray array) {
      return array.toList().stream().map(TomlPositions::plain).toList();
    }
    return value;
  }
}
