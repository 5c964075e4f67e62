package dev.mdb.cli;

import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ParseResult;

/** What was asked for: a parsed command line, and the surroundings to answer it in. */
public final class Request {
  private final ParseResult parsed;
  private final GlobalOptions options;
  private final Host host;

  Request(ParseResult parsed, GlobalOptions options, Host host) {
    this.parsed = parsed;
    this.options = options;
    this.host = host;
  }

  public GlobalOptions options() {
    return options;
  }

  public Host host() {
    return host;
  }

  public boolean has(String option) {
    return parsed.hasMatchedOption(option);
  }

  public Optional<String> text(String option) {
    return Options.text(parsed, option);
  }

  public List<String> texts(String option) {
    return Options.texts(parsed, option);
  }

  /** In the order given. */
  public List<String> positionals() {
    return Options.positionals(parsed);
  }

  /** Talk for the user, unless {@code -q}. */
  public void say(String line) {
    if (!options.quiet()) host.error().println(line);
  }
}
