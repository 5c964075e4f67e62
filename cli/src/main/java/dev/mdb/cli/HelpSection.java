package dev.mdb.cli;

import dev.mdb.cli.CommandHelp.Example;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Column;
import picocli.CommandLine.Help.Column.Overflow;
import picocli.CommandLine.Help.TextTable;
import picocli.CommandLine.IHelpSectionRenderer;
import picocli.CommandLine.Model.UsageMessageSpec;

/**
 * A section of a help text that picocli has not, and what is in it: those who make other texts of
 * the model find it there, by its key.
 */
sealed interface HelpSection extends IHelpSectionRenderer {
  String EXAMPLES = "examples";
  String ENVIRONMENT = "environment";

  /** The key in a model's map of sections. */
  String key();

  /** Commands with their descriptions, group by group; picocli's list has no groups. */
  record Commands(Map<CommandGroup, List<CommandName>> groups) implements HelpSection {
    private static final int INDENT = 2;
    private static final int GAP = 3;

    @Override
    public String key() {
      return UsageMessageSpec.SECTION_KEY_COMMAND_LIST;
    }

    @Override
    public String render(Help help) {
      var text = new StringBuilder();
      groups.forEach(
          (group, names) -> {
            text.append(help.createHeading("%n" + group.title() + ":%n"));
            text.append(table(help, names));
          });
      return text.toString();
    }

    /** All tables have their descriptions in the same column. */
    private TextTable table(Help help, List<CommandName> names) {
      int longest = CommandName.texts().stream().mapToInt(String::length).max().orElse(0);
      int first = INDENT + longest + GAP;
      int width = help.commandSpec().usageMessage().width();
      var table =
          TextTable.forColumns(
              help.colorScheme(),
              new Column(first, INDENT, Overflow.SPAN),
              new Column(width - first, 0, Overflow.WRAP));
      for (var name : names) {
        var command = help.colorScheme().commandText(name.text());
        table.addRowValues(command, help.colorScheme().text(description(help, name)));
      }
      return table;
    }

    private static String description(Help help, CommandName name) {
      var spec = help.subcommands().get(name.text()).commandSpec();
      return spec.usageMessage().description()[0];
    }
  }

  /** For each example what it is for, as a remark, and the line to type. */
  record Examples(List<Example> examples) implements HelpSection {
    @Override
    public String key() {
      return EXAMPLES;
    }

    @Override
    public String render(Help help) {
      var lines = new ArrayList<String>();
      for (var example : examples) {
        lines.add("  # " + example.text());
        lines.add("  " + help.colorScheme().commandText(example.line()));
      }
      return help.createHeading("%nExamples:%n")
          + String.join(System.lineSeparator(), lines)
          + System.lineSeparator();
    }
  }

  /** Variables and what they are for. */
  record Environment(List<Variable> variables) implements HelpSection {
    @Override
    public String key() {
      return ENVIRONMENT;
    }

    @Override
    public String render(Help help) {
      var rows = new LinkedHashMap<String, String>();
      for (var each : variables) rows.put(each.names(), each.text());
      return help.createHeading("%nEnvironment:%n") + help.createTextTable(rows);
    }
  }
}
