package dev.mdb.project;

import com.electronwill.nightconfig.core.Config;
import com.electronwill.nightconfig.core.InMemoryFormat;
import com.electronwill.nightconfig.core.UnmodifiableConfig;
import com.electronwill.nightconfig.core.io.ParsingException;
import com.electronwill.nightconfig.core.io.ParsingMode;
import com.electronwill.nightconfig.toml.TomlParser;
import dev.mdb.error.MdbException;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * TOML as plain maps, lists, strings, longs, doubles and booleans. The usual way is the parser that
 * starts fastest; the one that knows positions ({@link TomlPositions}) is loaded only when
 * something is wrong.
 */
final class TomlText {
  private final String text;
  private final String file;

  TomlText(String text, String file) {
    this.text = text;
    this.file = file;
  }

  Map<String, Object> read() {
    try {
      // The order of the file is the order of resources. The library's own format for TOML looks
      // for three other formats, and a class that is not there opens every jar (15 ms).
      var config = Config.of(LinkedHashMap::new, InMemoryFormat.withUniversalSupport());
      new TomlParser().parse(new StringReader(text), config, ParsingMode.REPLACE);
      return plain(config);
    } catch (ParsingException | IndexOutOfBoundsException | IllegalArgumentException e) {
      return positions().tree();
    }
  }

  /**
   * @throws MdbException with every fault of syntax
   */
  TomlPositions positions() {
    return TomlPositions.parse(text, file);
  }

  private static Map<String, Object> plain(UnmodifiableConfig config) {
    var map = new LinkedHashMap<String, Object>();
    for (var entry : config.entrySet()) {
      Object value = entry.getRawValue();
      map.put(entry.getKey(), plain(value));
    }
    return map;
  }

  private static Object plain(Object value) {
    if (value instanceof UnmodifiableConfig table) return plain(table);
    if (value instanceof List<?> list) return list.stream().map(TomlText::plain).toList();
    return value instanceof Integer number ? (Object) number.longValue() : value;
  }
}
