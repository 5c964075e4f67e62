package dev.mdb.cli;

import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/**
 * Short words for picocli's models, which are written by hand: its annotations cost reflection at
 * every start.
 */
public final class Options {
  /**
   * In front of a value like {@code -1}, which picocli would take for an option. No shell can pass
   * this character, so no value starts with it.
   */
  private static final char NO_OPTION = '\0';

  private Options() {}

  public static CommandSpec command(String name, String... description) {
    var spec = CommandSpec.create().name(name);
    spec.usageMessage().description(description);
    return spec;
  }

  public static OptionSpec value(String label, String description, String... names) {
    return OptionSpec.builder(names)
        .paramLabel(label)
        .type(String.class)
        .description(description)
        .build();
  }

  public static OptionSpec values(String label, String description, String... names) {
    return OptionSpec.builder(names)
        .paramLabel(label)
        .type(List.class)
        .auxiliaryTypes(String.class)
        .arity("1")
        .description(description)
        .build();
  }

  public static OptionSpec flag(String description, String... names) {
    return OptionSpec.builder(names).type(boolean.class).description(description).build();
  }

  /** Exactly one. */
  public static PositionalParamSpec parameter(String label, String description) {
    return single(label, description, "1");
  }

  public static PositionalParamSpec optionalParameter(String label, String description) {
    return single(label, description, "0..1");
  }

  private static PositionalParamSpec single(String label, String description, String arity) {
    return PositionalParamSpec.builder()
        .paramLabel(label)
        .type(String.class)
        .index("0")
        .arity(arity)
        .required(arity.equals("1"))
        .description(description)
        .build();
  }

  /**
   * @param arity {@code 0..*} or {@code 1..*}
   */
  public static PositionalParamSpec parameters(String label, String description, String arity) {
    return PositionalParamSpec.builder()
        .paramLabel(label)
        .type(List.class)
        .auxiliaryTypes(String.class)
        .index("0..*")
        .arity(arity)
        .required(!arity.startsWith("0"))
        .description(description)
        .build();
  }

  static String[] hideNumbers(String[] arguments) {
    var hidden = arguments.clone();
    for (int i = 0; i < hidden.length; i++) {
      var text = hidden[i];
      boolean isNumber = text.length() > 1 && text.charAt(0) == '-' && isDigit(text.charAt(1));
      if (isNumber) hidden[i] = NO_OPTION + text;
    }
    return hidden;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  static String shown(String value) {
    return value.isEmpty() || value.charAt(0) != NO_OPTION ? value : value.substring(1);
  }

  static Optional<String> text(ParseResult parsed, String option) {
    if (!parsed.hasMatchedOption(option)) return Optional.empty();
    return Optional.of(shown(parsed.matchedOption(option).getValue()));
  }

  static List<String> texts(ParseResult parsed, String option) {
    if (!parsed.hasMatchedOption(option)) return List.of();
    return allShown(parsed.matchedOption(option).<List<String>>getValue());
  }

  static List<String> positionals(ParseResult parsed) {
    if (!parsed.hasMatchedPositional(0)) return List.of();
    Object value = parsed.matchedPositional(0).getValue();
    if (value instanceof String single) return List.of(shown(single));
    return allShown(parsed.matchedPositional(0).<List<String>>getValue());
  }

  private static List<String> allShown(List<String> values) {
    return values.stream().map(Options::shown).toList();
  }
}
