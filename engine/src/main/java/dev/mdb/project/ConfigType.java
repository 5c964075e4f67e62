package dev.mdb.project;

import dev.mdb.schema.diff.NameFilter.NamePattern;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the value of a key may be. */
@FunctionalInterface
interface ConfigType<T> {
  /**
   * @param raw a String, Long, Double, Boolean, List or Map
   */
  T read(Object raw) throws BadValue;

  /** Why a value is refused: the end of a sentence that starts with the key. */
  final class BadValue extends Exception {
    private static final long serialVersionUID = 1;

    BadValue(String message) {
      super(message, null, false, false);
    }
  }

  Pattern RESOLVER = Pattern.compile("\\$\\{(env|file|exec):");
  Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,58}");

  /** May hold resolvers. */
  ConfigType<String> SECRET = raw -> string(raw);

  ConfigType<String> TEXT =
      raw -> {
        var text = string(raw);
        if (RESOLVER.matcher(text).find()) {
          throw new BadValue("cannot hold ${…}: only url, user and password can");
        }
        return text;
      };

  ConfigType<List<String>> TEXTS =
      raw -> {
        if (!(raw instanceof List<?> list)) {
          throw new BadValue("is a list of strings, not " + kindOf(raw) + ": write [\"…\"]");
        }
        for (var element : list) TEXT.read(element);
        return list.stream().map(String.class::cast).toList();
      };

  ConfigType<List<String>> PATTERNS =
      raw -> {
        var patterns = TEXTS.read(raw);
        for (var pattern : patterns) {
          var fault = NamePattern.fault(pattern);
          if (fault.isPresent()) throw new BadValue("is no good: " + fault.get());
        }
        return patterns;
      };

  ConfigType<String> KEEP_OR_DROP =
      raw -> {
        if (raw.equals("keep") || raw.equals("drop")) return (String) raw;
        throw new BadValue("is \"keep\" or \"drop\"");
      };

  ConfigType<List<String>> LOCATIONS =
      raw -> {
        var folders = TEXTS.read(raw);
        if (folders.isEmpty()) throw new BadValue("needs at least one folder");
        return folders;
      };

  ConfigType<Boolean> SWITCH =
      raw -> {
        if (raw instanceof Boolean value) return value;
        throw new BadValue("is true or false, not " + kindOf(raw));
      };

  ConfigType<Integer> LENGTH =
      raw -> {
        if (!(raw instanceof Long number)) {
          throw new BadValue("is a whole number, not " + kindOf(raw));
        }
        if (number < 1 || number > 200) throw new BadValue("lies between 1 and 200");
        return number.intValue();
      };

  ConfigType<String> TABLE =
      raw -> {
        var name = TEXT.read(raw);
        if (NAME.matcher(name).matches()) return name;
        throw new BadValue("is a plain name of letters, digits and _, up to 59 characters");
      };

  ConfigType<Duration> SPAN =
      raw ->
          (raw instanceof String text ? TimeSpan.parse(text) : Optional.<Duration>empty())
              .orElseThrow(() -> new BadValue("is " + TimeSpan.EXPECTED));

  ConfigType<ZoneId> ZONE =
      raw -> {
        var name = TEXT.read(raw);
        // The usual one, without loading the rules of all others.
        if (name.equals("UTC")) return ZoneOffset.UTC;
        try {
          return ZoneId.of(name);
        } catch (DateTimeException e) {
          throw new BadValue(
              "is a time zone like \"UTC\" or \"Europe/Berlin\", not '" + name + "'");
        }
      };

  ConfigType<FileNameTemplate> FILE_NAME =
      raw -> {
        var text = TEXT.read(raw);
        var faults = FileNameTemplate.faults(text);
        if (!faults.isEmpty()) throw new BadValue("is no good: " + faults.get(0));
        return new FileNameTemplate(text);
      };

  private static String string(Object raw) throws BadValue {
    if (!(raw instanceof String text)) {
      throw new BadValue("is a string, not " + kindOf(raw));
    }
    if (text.isBlank()) throw new BadValue("is empty");
    return text;
  }

  static String kindOf(Object raw) {
    if (raw instanceof String) return "a string";
    if (raw instanceof Boolean) return "a boolean";
    if (raw instanceof Number) return "a number";
    if (raw instanceof List<?>) return "a list";
    if (raw instanceof java.util.Map<?, ?>) return "a table";
    return "a date or time";
  }
}
