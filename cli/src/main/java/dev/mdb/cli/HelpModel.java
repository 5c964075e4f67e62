package dev.mdb.cli;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dev.mdb.error.Category;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/**
 * picocli's model of all commands with everything that help shows: groups, examples, variables,
 * exit statuses. Built when somebody asks for help; a command that runs is parsed by a bare model.
 */
final class HelpModel {
  private HelpModel() {}

  /**
   * @param root the whole without commands
   */
  static CommandLine of(CommandSpec root) {
    for (var name : CommandName.values()) root.addSubcommand(name.text(), command(name));
    var usage = root.usageMessage();
    usage.abbreviateSynopsis(true).sortOptions(false);
    usage.optionListHeading("%nOptions, before or after the command:%n");
    usage.commandListHeading("");
    usage.exitCodeListHeading("%nExit status:%n").exitCodeList(exitStatuses());
    usage.footer(
        "",
        "mdb COMMAND --help shows the options of a command, with examples.",
        "README.md and the folder docs beside it are the documentation.");
    add(root, new HelpSection.Commands(groups()));
    add(root, new HelpSection.Environment(Variable.all()));
    commandsFirst(usage);
    return new CommandLine(root);
  }

  private static Map<CommandGroup, List<CommandName>> groups() {
    return Arrays.stream(CommandName.values())
        .collect(groupingBy(CommandName::group, () -> new EnumMap<>(CommandGroup.class), toList()));
  }

  /** They are what most who ask look for. */
  private static void commandsFirst(UsageMessageSpec usage) {
    var keys = new ArrayList<>(usage.sectionKeys());
    keys.remove(UsageMessageSpec.SECTION_KEY_COMMAND_LIST);
    keys.add(
        keys.indexOf(UsageMessageSpec.SECTION_KEY_OPTION_LIST_HEADING),
        UsageMessageSpec.SECTION_KEY_COMMAND_LIST);
    usage.sectionKeys(keys);
  }

  private static CommandSpec command(CommandName name) {
    var command = name.create();
    var spec = command.spec();
    var usage = spec.usageMessage();
    usage.abbreviateSynopsis(true).sortOptions(false);
    if (!spec.positionalParameters().isEmpty()) usage.parameterListHeading("%n");
    if (!spec.options().isEmpty()) usage.optionListHeading("%nOptions:%n");
    GlobalOptions.addGroupTo(spec);
    var help = command.help();
    add(spec, new HelpSection.Examples(help.examples()));
    if (!help.variables().isEmpty()) add(spec, new HelpSection.Environment(help.variables()));
    return spec;
  }

  /** In front of the footer, unless picocli has a place for it. */
  private static void add(CommandSpec spec, HelpSection section) {
    var usage = spec.usageMessage();
    var sections = new LinkedHashMap<>(usage.sectionMap());
    sections.put(section.key(), section);
    usage.sectionMap(sections);
    var keys = new ArrayList<>(usage.sectionKeys());
    if (keys.contains(section.key())) return;
    keys.add(keys.indexOf(UsageMessageSpec.SECTION_KEY_EXIT_CODE_LIST_HEADING), section.key());
    usage.sectionKeys(keys);
  }

  private static Map<String, String> exitStatuses() {
    var texts = new LinkedHashMap<String, String>();
    texts.put("0", "Done, or nothing to do.");
    for (var category : Category.values()) {
      texts.put(Integer.toString(category.exitStatus()), text(category));
    }
    return texts;
  }

  private static String text(Category category) {
    return switch (category) {
      case FAILED -> "Failed: a statement, a connection, a file.";
      case USAGE -> "Wrong arguments or configuration.";
      case GRAPH -> "The scripts or their graph are faulty, or do not have the target.";
      case FOUND -> "A check found something.";
      case LOCKED -> "Another run holds the lock.";
      case INCOMPLETE -> "A revision stopped half-way; resume or repair it.";
      case INTERRUPTED -> "Stopped by Ctrl-C.";
    };
  }
}
