package dev.mdb.project.author;

import dev.mdb.error.Category;
import dev.mdb.error.Location;
import dev.mdb.error.MdbException;
import dev.mdb.error.Problem;
import dev.mdb.project.NearestName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text with tokens like <code>{{id}}</code>. A line that holds one token and nothing else goes away
 * with it when the token's value is empty. A value of several lines is indented as its token is.
 *
 * @param file as messages name it
 */
record TextTemplate(String text, String file) {
  private static final Pattern TOKEN = Pattern.compile("\\{\\{\\s*([A-Za-z]+)\\s*}}");

  /** One that comes with mdb. */
  static TextTemplate builtIn(String name) {
    try (var stream = TextTemplate.class.getResourceAsStream(name)) {
      return new TextTemplate(new String(stream.readAllBytes(), StandardCharsets.UTF_8), name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * @throws MdbException with every unknown token
   */
  String fill(Map<String, String> values) {
    checkTokens(values);
    var lines = new ArrayList<String>();
    for (var line : text.split("\\R", -1)) {
      if (!vanishes(line, values)) lines.add(fillLine(line, values));
    }
    return String.join("\n", lines);
  }

  private void checkTokens(Map<String, String> values) {
    var problems = new ArrayList<Problem>();
    var lines = text.split("\\R", -1);
    for (int i = 0; i < lines.length; i++) {
      var matcher = TOKEN.matcher(lines[i]);
      while (matcher.find()) {
        if (values.containsKey(matcher.group(1))) continue;
        var at = new Location(file, i + 1, matcher.start() + 1);
        problems.add(unknown(matcher.group(1), values).at(at));
      }
    }
    if (!problems.isEmpty()) throw new MdbException(problems);
  }

  private static Problem unknown(String token, Map<String, String> values) {
    var known = values.keySet().stream().sorted().toList();
    return Problem.of(Category.USAGE, "unknown-token", "unknown token '{{" + token + "}}'")
        .help(NearestName.question(token, known).orElse("there are " + String.join(", ", known)));
  }

  private static boolean vanishes(String line, Map<String, String> values) {
    var matcher = TOKEN.matcher(line.strip());
    return matcher.matches() && values.get(matcher.group(1)).isEmpty();
  }

  private static String fillLine(String line, Map<String, String> values) {
    var indent = line.substring(0, line.length() - line.stripLeading().length());
    return TOKEN
        .matcher(line)
        .replaceAll(
            match -> Matcher.quoteReplacement(indented(values.get(match.group(1)), indent)));
  }

  /** All lines but the first, which stands where the token stood, and empty ones. */
  private static String indented(String value, String indent) {
    return value.replaceAll("\n(?!\n|$)", "\n" + indent);
  }

  boolean has(String... tokens) {
    var found = TOKEN.matcher(text).results().map(match -> match.group(1)).toList();
    return found.containsAll(List.of(tokens));
  }
}
