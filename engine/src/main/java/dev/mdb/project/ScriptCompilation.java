package dev.mdb.project;

import dev.mdb.error.Category;
import dev.mdb.error.MdbException;
import dev.mdb.error.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** One invocation of the compiler for scripts of any number of locations. */
final class ScriptCompilation {
  private final Map<ScriptFolder, List<CompileRequest.Source>> wanted = new LinkedHashMap<>();
  private final List<Problem> problems = new ArrayList<>();

  /** Adds the scripts that cannot be read in any other way. */
  void addPending(ScriptFolder folder) {
    add(folder, folder.pending());
  }

  /** Adds those of these scripts that are not compiled. */
  void addMissing(ScriptFolder folder, List<KnownScript> scripts) {
    if (missing(folder, scripts).isEmpty()) return;
    folder.classes().refresh();
    var sources = new ArrayList<CompileRequest.Source>();
    for (KnownScript script : missing(folder, scripts)) {
      try {
        folder.source(script).ifPresentOrElse(sources::add, () -> problems.add(edited(script)));
      } catch (IOException e) {
        problems.add(FolderScan.unreadable(script.header().source().file(), e));
      }
    }
    add(folder, sources);
  }

  private static List<KnownScript> missing(ScriptFolder folder, List<KnownScript> scripts) {
    return scripts.stream().filter(s -> folder.classes().of(s).isEmpty()).toList();
  }

  private void add(ScriptFolder folder, List<CompileRequest.Source> sources) {
    if (!sources.isEmpty()) wanted.put(folder, sources);
  }

  /**
   * @return what is wrong with the scripts; empty when all of them compiled
   */
  List<Problem> run(ScriptCompiler compiler, List<Path> classPath) {
    try {
      if (!wanted.isEmpty()) accept(compiler.compile(new CompileRequest(folders(), classPath)));
    } catch (MdbException noCompiler) {
      problems.addAll(noCompiler.problems());
    }
    return problems;
  }

  /** A folder that several resources have is one of the request. */
  private List<CompileRequest.Folder> folders() {
    var sources = new LinkedHashMap<String, Map<String, CompileRequest.Source>>();
    var byKey = new LinkedHashMap<String, ScriptFolder>();
    wanted.forEach(
        (folder, asked) -> {
          byKey.putIfAbsent(folder.place().key(), folder);
          var same = sources.computeIfAbsent(folder.place().key(), key -> new LinkedHashMap<>());
          asked.forEach(source -> same.put(source.path(), source));
        });
    var folders = new ArrayList<CompileRequest.Folder>();
    byKey.forEach(
        (key, folder) -> {
          try {
            folders.add(folder.request(List.copyOf(sources.get(key).values())));
          } catch (IOException e) {
            problems.add(FolderScan.unreadable(folder.place().display("lib"), e));
          }
        });
    return folders;
  }

  private void accept(CompileResult result) {
    problems.addAll(result.problems());
    wanted.forEach(
        (folder, asked) -> {
          for (CompileResult.Folder compiled : result.folders()) {
            if (!compiled.key().equals(folder.place().key())) continue;
            for (var script : folder.accept(only(asked, compiled))) problems.add(misread(script));
          }
        });
  }

  private static CompileResult.Folder only(
      List<CompileRequest.Source> asked, CompileResult.Folder compiled) {
    var paths = asked.stream().map(CompileRequest.Source::path).collect(Collectors.toSet());
    var scripts = compiled.scripts().stream().filter(each -> paths.contains(each.path())).toList();
    return new CompileResult.Folder(compiled.key(), scripts, compiled.helpers());
  }

  private static Problem edited(KnownScript script) {
    return Problem.of(Category.FAILED, "script-edited", "the script was edited while mdb ran")
        .at(script.header().source())
        .help("run the command again");
  }

  private static Problem misread(KnownScript script) {
    String message =
        "internal error: the header that was read without the compiler is not the evaluated one";
    return Problem.of(Category.FAILED, "header-misread", message)
        .at(script.header().source())
        .help("please report it with the script");
  }
}
