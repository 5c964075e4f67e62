package dev.mdb.cli;

import dev.mdb.cli.completion.ResourceNames;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** picocli's model of all commands, in which each value says what can be written for it. */
final class CompletionModel {
  private CompletionModel() {}

  /**
   * @param root the whole without commands
   */
  static CommandLine of(CommandSpec root) {
    complete(root);
    for (var name : CommandName.values()) {
      var spec = name.create().spec();
      GlobalOptions.addTo(spec);
      complete(spec);
      root.addSubcommand(name.text(), spec);
    }
    return new CommandLine(root);
  }

  private static void complete(CommandSpec spec) {
    for (var option : List.copyOf(spec.options())) {
      spec.remove(option);
      spec.addOption(complete(option));
    }
    for (var positional : List.copyOf(spec.positionalParameters())) {
      spec.remove(positional);
      spec.addPositional(complete(positional));
    }
  }

  private static OptionSpec complete(OptionSpec option) {
    return switch (option.paramLabel()) {
      case "FILE", "FOLDER" ->
          OptionSpec.builder(option.names())
              .paramLabel(option.paramLabel())
              .type(Path.class)
              .description(option.description())
              .build();
      case "RESOURCE" ->
          OptionSpec.builder(option).completionCandidates(ResourceNames.WANTED).build();
      default -> option;
    };
  }

  private static PositionalParamSpec complete(PositionalParamSpec positional) {
    return switch (positional.paramLabel()) {
      case "FILE", "FOLDER" ->
          PositionalParamSpec.builder()
              .paramLabel(positional.paramLabel())
              .index(positional.index())
              .arity(positional.arity())
              .type(Path.class)
              .build();
      case "SHELL" ->
          PositionalParamSpec.builder(positional)
              .completionCandidates(List.of("bash", "zsh", "fish"))
              .build();
      default -> positional;
    };
  }
}
