package dev.mdb.cli;

import dev.mdb.cli.report.Report;
import picocli.CommandLine.Model.CommandSpec;

/**
 * One command of the command line. Its class is loaded only when it runs or when help is asked for.
 */
public interface Command {
  /** Options and positional parameters, without the global ones. */
  CommandSpec spec();

  /** What its help shows beside that: three examples or more. */
  CommandHelp help();

  /**
   * Does the work. Data goes into the report; only progress is printed from here.
   *
   * @throws dev.mdb.error.MdbException when it cannot
   */
  Report run(Request request);
}
