package dev.mdb.cli;

import dev.mdb.cli.command.BranchesCommand;
import dev.mdb.cli.command.CheckCommand;
import dev.mdb.cli.command.CompileCommand;
import dev.mdb.cli.command.CompletionCommand;
import dev.mdb.cli.command.CurrentCommand;
import dev.mdb.cli.command.DowngradeCommand;
import dev.mdb.cli.command.EditCommand;
import dev.mdb.cli.command.HeadsCommand;
import dev.mdb.cli.command.HistoryCommand;
import dev.mdb.cli.command.InitCommand;
import dev.mdb.cli.command.LockCommand;
import dev.mdb.cli.command.LogCommand;
import dev.mdb.cli.command.MergeCommand;
import dev.mdb.cli.command.ModelsCommand;
import dev.mdb.cli.command.PlanCommand;
import dev.mdb.cli.command.RebaseCommand;
import dev.mdb.cli.command.RepairCommand;
import dev.mdb.cli.command.ResumeCommand;
import dev.mdb.cli.command.RevisionCommand;
import dev.mdb.cli.command.ShowCommand;
import dev.mdb.cli.command.SquashCommand;
import dev.mdb.cli.command.StampCommand;
import dev.mdb.cli.command.StatusCommand;
import dev.mdb.cli.command.UpgradeCommand;
import dev.mdb.cli.command.VerifyCommand;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The commands there are, in the order of the help: a new one has a line here and one in {@link
 * #create}.
 */
enum CommandName {
  INIT(CommandGroup.AUTHOR),
  REVISION(CommandGroup.AUTHOR),
  MERGE(CommandGroup.AUTHOR),
  REBASE(CommandGroup.AUTHOR),
  SQUASH(CommandGroup.AUTHOR),
  EDIT(CommandGroup.AUTHOR),
  MODELS(CommandGroup.AUTHOR),
  PLAN(CommandGroup.APPLY),
  UPGRADE(CommandGroup.APPLY),
  DOWNGRADE(CommandGroup.APPLY),
  STAMP(CommandGroup.APPLY),
  RESUME(CommandGroup.PUT_RIGHT),
  REPAIR(CommandGroup.PUT_RIGHT),
  LOCK(CommandGroup.PUT_RIGHT),
  HEADS(CommandGroup.INSPECT),
  HISTORY(CommandGroup.INSPECT),
  BRANCHES(CommandGroup.INSPECT),
  SHOW(CommandGroup.INSPECT),
  CURRENT(CommandGroup.INSPECT),
  STATUS(CommandGroup.INSPECT),
  LOG(CommandGroup.INSPECT),
  VERIFY(CommandGroup.CHECK),
  CHECK(CommandGroup.CHECK),
  COMPILE(CommandGroup.CHECK),
  COMPLETION(CommandGroup.SHELL);

  private final CommandGroup group;

  CommandName(CommandGroup group) {
    this.group = group;
  }

  CommandGroup group() {
    return group;
  }

  String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<CommandName> of(String text) {
    return Arrays.stream(values()).filter(name -> name.text().equals(text)).findFirst();
  }

  static List<String> texts() {
    return Arrays.stream(values()).map(CommandName::text).toList();
  }

  /**
   * The one place that names the classes, so that only the class of the command that runs is
   * loaded.
   */
  Command create() {
    return switch (this) {
      case INIT -> new InitCommand();
      case REVISION -> new RevisionCommand();
      case MERGE -> new MergeCommand();
      case REBASE -> new RebaseCommand();
      case SQUASH -> new SquashCommand();
      case EDIT -> new EditCommand();
      case MODELS -> new ModelsCommand();
      case PLAN -> new PlanCommand();
      case UPGRADE -> new UpgradeCommand();
      case DOWNGRADE -> new DowngradeCommand();
      case STAMP -> new StampCommand();
      case RESUME -> new ResumeCommand();
      case REPAIR -> new RepairCommand();
      case LOCK -> new LockCommand();
      case HEADS -> new HeadsCommand();
      case HISTORY -> new HistoryCommand();
      case BRANCHES -> new BranchesCommand();
      case SHOW -> new ShowCommand();
      case CURRENT -> new CurrentCommand();
      case STATUS -> new StatusCommand();
      case LOG -> new LogCommand();
      case VERIFY -> new VerifyCommand();
      case CHECK -> new CheckCommand();
      case COMPILE -> new CompileCommand();
      case COMPLETION -> new CompletionCommand();
    };
  }
}
