package dev.mdb.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * A manual page for mdb and one for each command, from picocli's model with what the help shows.
 * Written in the macros of man(7): picocli's own generator gives AsciiDoc, which needs JRuby to
 * become a manual page.
 */
final class ManPages {
  private final String version;
  private final String date;
  private final Path folder;
  private StringBuilder page = new StringBuilder();

  /**
   * @param date of the release, as in 2026-11-21
   */
  ManPages(String version, String date, Path folder) {
    this.version = version;
    this.date = date;
    this.folder = folder;
  }

  void write() throws IOException {
    Files.createDirectories(folder);
    var whole = new CommandLineParser(version).wholeModel();
    write(whole, "mdb");
    for (var command : whole.getSubcommands().entrySet()) {
      write(command.getValue(), "mdb-" + command.getKey());
    }
  }

  private void write(CommandLine command, String name) throws IOException {
    page = new StringBuilder();
    var spec = command.getCommandSpec();
    var title = ".TH " + name.toUpperCase(Locale.ROOT) + " 1 ";
    line(title + date + " \"mdb " + version + "\" \"mdb\"");
    head(name, spec);
    arguments(spec);
    sections(spec);
    heading("EXIT STATUS");
    exitStatuses(spec.root().usageMessage().exitCodeList());
    heading("SEE ALSO");
    line(spec.root() == spec ? commands(command) : bold("mdb") + "(1)");
    Files.writeString(folder.resolve(name + ".1"), page);
  }

  private void head(String name, CommandSpec spec) {
    var description = spec.usageMessage().description();
    heading("NAME");
    line(escaped(name) + " \\- " + text(withoutStop(description[0])));
    heading("SYNOPSIS");
    line(bold(spec.qualifiedName()) + synopsis(spec));
    heading("DESCRIPTION");
    for (String each : description) line(text(each));
  }

  private static String synopsis(CommandSpec spec) {
    var options = " [" + italic("OPTIONS") + "]";
    if (!spec.subcommands().isEmpty()) return options + " " + italic("COMMAND");
    return spec.positionalParameters().stream()
        .map(ManPages::placed)
        .collect(Collectors.joining("", options, ""));
  }

  private static String placed(PositionalParamSpec positional) {
    var label = italic(positional.paramLabel());
    var many = positional.arity().max() > 1 ? label + "..." : label;
    return positional.arity().min() == 0 ? " [" + many + "]" : " " + many;
  }

  private void arguments(CommandSpec spec) {
    if (!spec.positionalParameters().isEmpty()) heading("ARGUMENTS");
    for (var each : spec.positionalParameters()) entry(italic(each.paramLabel()), each);
    heading("OPTIONS");
    for (var each : spec.options()) entry(names(each), each);
  }

  private void entry(String title, ArgSpec argument) {
    line(".TP");
    line(title);
    line(text(String.join(" ", argument.description())));
  }

  private static String names(OptionSpec option) {
    var value = option.arity().max() > 0 ? " " + italic(option.paramLabel()) : "";
    return Stream.of(option.names()).map(ManPages::bold).collect(Collectors.joining(", ")) + value;
  }

  private void sections(CommandSpec spec) {
    for (var section : spec.usageMessage().sectionMap().values()) {
      if (section instanceof HelpSection.Examples examples) examples(examples);
      if (section instanceof HelpSection.Environment environment) environment(environment);
    }
  }

  private void examples(HelpSection.Examples section) {
    heading("EXAMPLES");
    for (var example : section.examples()) {
      if (!example.equals(section.examples().get(0))) line(".PP");
      line(text(example.text()) + ":");
      line(".PP");
      line(".RS 4");
      line(".nf");
      line(text(example.line()));
      line(".fi");
      line(".RE");
    }
  }

  private void environment(HelpSection.Environment section) {
    heading("ENVIRONMENT");
    for (var variable : section.variables()) {
      line(".TP");
      line(bold(variable.names()));
      line(text(variable.text()));
    }
  }

  private void exitStatuses(Map<String, String> statuses) {
    statuses.forEach(
        (status, meaning) -> {
          line(".TP");
          line(bold(status));
          line(text(meaning));
        });
  }

  private static String commands(CommandLine whole) {
    return whole.getSubcommands().keySet().stream()
        .map(name -> bold("mdb-" + name) + "(1)")
        .collect(Collectors.joining(",\n"));
  }

  private void heading(String title) {
    line(".SH " + title);
  }

  private void line(String text) {
    page.append(text).append('\n');
  }

  private static String bold(String text) {
    return "\\fB" + escaped(text) + "\\fR";
  }

  private static String italic(String text) {
    return "\\fI" + escaped(text) + "\\fR";
  }

  /** A line of its own: one that begins with a dot or a quote would be a macro. */
  private static String text(String text) {
    var escaped = escaped(text);
    boolean isMacro = escaped.startsWith(".") || escaped.startsWith("'");
    return isMacro ? "\\&" + escaped : escaped;
  }

  /** Characters with a meaning, and those that would be set as typographic ones. */
  private static String escaped(String text) {
    var result = new StringBuilder();
    for (int c : text.codePoints().toArray()) {
      switch (c) {
        case '\\' -> result.append("\\e");
        case '-' -> result.append("\\-");
        case '\'' -> result.append("\\(aq");
        case '`' -> result.append("\\(ga");
        case '^' -> result.append("\\(ha");
        case '~' -> result.append("\\(ti");
        case '…' -> result.append("...");
        default -> {
          if (c < 128) result.append((char) c);
          else result.append("\\[u%04X]".formatted(c));
        }
      }
    }
    return result.toString();
  }

  private static String withoutStop(String sentence) {
    return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
  }
}
