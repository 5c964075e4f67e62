package dev.mdb.project;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * {@code [defaults]} or one {@code [resources.NAME]}: reads keys and collects what is wrong with
 * them.
 */
final class ConfigTable {
  private final List<String> path;
  private final Map<String, Object> values;

  ConfigTable(List<String> path, Map<?, ?> values) {
    this.path = List.copyOf(path);
    this.values = new LinkedHashMap<>();
    values.forEach((key, value) -> this.values.put(String.valueOf(key), value));
  }

  void forEach(BiConsumer<String, Object> action) {
    values.forEach(action);
  }

  void check(Consumer<ConfigFault> faults) {
    for (var entry : values.entrySet()) {
      var key = ConfigKey.ALL.stream().filter(k -> k.name().equals(entry.getKey())).findFirst();
      key.ifPresentOrElse(
          known -> checkValue(known, entry.getValue(), faults),
          () -> faults.accept(unknownKey(child(entry.getKey()), ConfigKey.names())));
    }
  }

  private void checkValue(ConfigKey<?> key, Object raw, Consumer<ConfigFault> faults) {
    try {
      key.type().read(raw);
    } catch (ConfigType.BadValue e) {
      var message = "'" + key.name() + "' " + e.getMessage();
      faults.accept(new ConfigFault(child(key.name()), "bad-value", message, Optional.empty()));
    }
  }

  /** Empty when the key is absent, or wrong and therefore reported by {@link #check}. */
  <T> Optional<T> get(ConfigKey<T> key) {
    var raw = values.get(key.name());
    if (raw == null) return Optional.empty();
    try {
      return Optional.of(key.type().read(raw));
    } catch (ConfigType.BadValue e) {
      return Optional.empty();
    }
  }

  List<String> path() {
    return path;
  }

  boolean has(ConfigKey<?> key) {
    return values.containsKey(key.name());
  }

  List<String> child(String key) {
    var longer = new ArrayList<>(path);
    longer.add(key);
    return longer;
  }

  static ConfigFault unknownKey(List<String> path, List<String> known) {
    var name = path.get(path.size() - 1);
    var help = NearestName.question(name, known);
    return new ConfigFault(
        path,
        "unknown-key",
        "unknown key '" + name + "'",
        help.or(() -> Optional.of("known here: " + String.join(", ", known))));
  }
}
