package dev.mdb.project.author;

import dev.mdb.error.MdbException;
import dev.mdb.error.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The imports of several scripts for one that holds all their blocks. Refuses where a name would
 * not mean the same any more.
 */
final class CopiedImports {
  private final List<ExactScript> scripts;
  private final List<Problem> problems = new ArrayList<>();

  private CopiedImports(List<ExactScript> scripts) {
    this.scripts = scripts;
  }

  /**
   * @return what stands behind {@code import}, sorted
   * @throws MdbException with every name that would change its meaning
   */
  static List<String> of(List<ExactScript> scripts) {
    var imports = new CopiedImports(scripts);
    var all = imports.all();
    scripts.forEach(script -> all.forEach(name -> imports.check(script, name)));
    if (!imports.problems.isEmpty()) throw new MdbException(imports.problems);
    return List.copyOf(all);
  }

  private Set<String> all() {
    return scripts.stream()
        .flatMap(script -> script.layout().imports().stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private void check(ExactScript script, String imported) {
    if (script.layout().imports().contains(imported)) return;
    if (imported.endsWith("*")) {
      refuse(script, imported, "may change what its names mean");
    } else if (uses(script, shortName(imported))) {
      refuse(script, imported, "would change what '" + shortName(imported) + "' means there");
    }
  }

  private static String shortName(String imported) {
    var words = imported.split("[\\s.]+");
    return words[words.length - 1].replace("`", "");
  }

  private static boolean uses(ExactScript script, String name) {
    var word = Pattern.compile("(?<![\\w$])" + Pattern.quote(name) + "(?![\\w$])");
    return word.matcher(script.layout().text()).find();
  }

  private void refuse(ExactScript script, String imported, String why) {
    var message =
        "'%s' has no 'import %s', which another script of the run has, and which %s"
            .formatted(script.entry().id(), imported, why);
    problems.add(
        SquashedText.refusal("other-imports", message, script)
            .help("write the same imports into both, or squash them apart"));
  }
}
