package dev.mdb.cli;

import dev.mdb.cli.report.ProblemReport;
import dev.mdb.cli.report.TextOutput;
import dev.mdb.cli.terminal.Talk;
import dev.mdb.cli.terminal.TerminalWidth;
import dev.mdb.error.Category;
import dev.mdb.error.MdbException;
import dev.mdb.error.Problem;
import dev.mdb.project.ConfigReader;
import dev.mdb.project.Project;
import dev.mdb.project.ProjectSetup;
import dev.mdb.project.ScriptCompiler;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/** What was asked for: a parsed command line, and the surroundings to answer it in. */
public final class Request {
  private final ParseResult parsed;
  private final GlobalOptions options;
  private final Host host;
  private final Set<String> told = new HashSet<>();
  private final Talk talk;

  Request(ParseResult parsed, GlobalOptions options, Host host) {
    this.parsed = parsed;
    this.options = options;
    this.host = host;
    this.talk =
        new Talk(
            host.error(),
            options.quiet(),
            host.draws(options.json()),
            new TerminalWidth(host.environment()));
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

  /** Opens the project that the global options name. */
  public Project project() {
    return project(Optional.empty());
  }

  /**
   * @param cache folder of compiled scripts in place of the configured one
   */
  public Project project(Optional<Path> cache) {
    var file = options.config().map(Path::of);
    var urls = new LinkedHashMap<String, String>();
    options.url().ifPresent(url -> urls.put(resourceOfUrl(file), url));
    var setup =
        new ProjectSetup(
            file, urls, host.environment(), host.workingFolder(), compiler(), this::tell);
    return Project.open(cache.map(host.workingFolder()::resolve).map(setup::cache).orElse(setup));
  }

  private ScriptCompiler compiler() {
    return new TalkingCompiler(host.compiler(), talk);
  }

  private String resourceOfUrl(Optional<Path> file) {
    if (options.resources().size() == 1) return options.resources().get(0);
    var config = file.orElseGet(() -> ConfigReader.find(host.workingFolder()));
    var names = ConfigReader.read(config, host.workingFolder(), name -> true).resourceNames();
    if (names.size() == 1) return names.get(0);
    var problem = Problem.of(Category.USAGE, "several-resources", "--url is for one resource");
    throw new MdbException(problem.help("add -n with one of " + String.join(", ", names)));
  }

  /** For data that cannot wait for the report; nothing under {@code --json}. */
  public Optional<TextOutput> output() {
    if (options.json()) return Optional.empty();
    return Optional.of(new TextOutput(host.out(), host.colour(), options.verbose()));
  }

  /** For completion scripts. */
  public CommandLine completionModel() {
    return new CommandLineParser(host.version()).completionModel();
  }

  /** Once each, though several resources may have the same to say. */
  private synchronized void tell(Problem notice) {
    if (told.add(notice.message())) note(notice);
  }

  /** What should be known beside the answer: a line of talk. */
  public void note(Problem notice) {
    say(ProblemReport.note(notice));
  }

  /** Talk for the user, unless {@code -q}. */
  public void say(String line) {
    talk.say(line);
  }

  /** The same with lines that are drawn anew. */
  public Talk talk() {
    return talk;
  }
}
