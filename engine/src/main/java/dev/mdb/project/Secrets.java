package dev.mdb.project;

import dev.mdb.error.Category;
import dev.mdb.error.MdbException;
import dev.mdb.error.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * Fills in {@code ${env:X}}, {@code ${env:X:-default}}, {@code ${file:path}} and {@code
 * ${exec:command}}. What they give is data: it is not looked through for further resolvers, and no
 * message repeats it. A default may hold resolvers. <code>$${</code> stands for a plain <code>${
 * </code>.
 */
public final class Secrets {
  /** Good as a port, a database and a name. */
  private static final String UNKNOWN = "1";

  private final Map<String, String> environment;
  private final Path folder;

  /**
   * @param folder relative files start here, and commands run here
   */
  public Secrets(Map<String, String> environment, Path folder) {
    this.environment = environment;
    this.folder = folder;
  }

  /**
   * @throws MdbException of category USAGE when a variable is unset, a file cannot be read, a
   *     command fails
   */
  public String resolve(String text) {
    return replaced(text, (resolver, at) -> value(resolver));
  }

  /**
   * The shape of a URL, for those who connect to nothing: no file is read and no command is run,
   * and what the environment does not give becomes {@code 1}. Only what the text begins with is
   * filled in by all means.
   *
   * @throws MdbException of category USAGE when that cannot be had
   */
  public String outline(String text) {
    return replaced(text, (resolver, at) -> at == 0 ? value(resolver) : known(resolver));
  }

  private String known(String resolver) {
    try {
      return resolver.startsWith("env:") ? value(resolver) : UNKNOWN;
    } catch (MdbException unset) {
      return UNKNOWN;
    }
  }

  private static String replaced(String text, BiFunction<String, Integer, String> value) {
    var result = new StringBuilder();
    int from = 0;
    for (int open = text.indexOf("${"); open >= 0; open = text.indexOf("${", from)) {
      if (open > from && text.charAt(open - 1) == '$') {
        result.append(text, from, open).append('{');
        from = open + 2;
        continue;
      }
      int close = closingBrace(text, open + 2);
      result.append(text, from, open).append(value.apply(text.substring(open + 2, close), open));
      from = close + 1;
    }
    return result.append(text.substring(from)).toString();
  }

  private static int closingBrace(String text, int from) {
    int depth = 1;
    for (int i = from; i < text.length(); i++) {
      if (text.startsWith("${", i)) depth++;
      if (text.charAt(i) == '}' && --depth == 0) return i;
    }
    throw failed("unclosed-resolver", "a '${' is not closed", "write $${ for a plain ${");
  }

  private String value(String resolver) {
    if (resolver.startsWith("env:")) return variable(resolver.substring("env:".length()));
    if (resolver.startsWith("file:")) return file(resolver.substring("file:".length()));
    if (resolver.startsWith("exec:")) return output(resolver.substring("exec:".length()));
    throw failed(
        "unknown-resolver",
        "unknown resolver",
        "there are ${env:NAME}, ${env:NAME:-default}, ${file:path}, ${exec:command}");
  }

  private String variable(String expression) {
    int otherwise = expression.indexOf(":-");
    var name = otherwise < 0 ? expression : expression.substring(0, otherwise);
    var value = environment.get(name);
    // As in the shell: with a default, an empty variable counts as unset.
    if (otherwise >= 0 && (value == null || value.isEmpty())) {
      return resolve(expression.substring(otherwise + 2));
    }
    if (value != null) return value;
    throw failed(
        "unset-variable",
        "the environment variable " + name + " is not set",
        "set it, or give a default: ${env:" + name + ":-…}");
  }

  private String file(String name) {
    try {
      return Files.readString(folder.resolve(name.strip())).stripTrailing();
    } catch (IOException | RuntimeException e) {
      throw failed("unreadable-secret", "cannot read the file '" + name + "' of ${file:…}", "");
    }
  }

  /** Through {@code sh}; the trailing line end is dropped. */
  private String output(String command) {
    try {
      var process =
          new ProcessBuilder("sh", "-c", command)
              .directory(folder.toFile())
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .redirectInput(ProcessBuilder.Redirect.INHERIT)
              .start();
      var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() == 0) return output.stripTrailing();
      throw commandFailed(command);
    } catch (IOException e) {
      throw commandFailed(command);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw commandFailed(command);
    }
  }

  private static MdbException commandFailed(String command) {
    return failed("failed-command", "the command of ${exec:…} failed: " + command, "");
  }

  private static MdbException failed(String code, String message, String help) {
    var problem = Problem.of(Category.USAGE, code, message);
    return new MdbException(help.isEmpty() ? problem : problem.help(help));
  }
}
