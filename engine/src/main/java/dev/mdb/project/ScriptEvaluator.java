package dev.mdb.project;

import dev.mdb.error.Category;
import dev.mdb.error.Location;
import dev.mdb.error.MdbException;
import dev.mdb.error.Problem;
import dev.mdb.graph.Revision;
import java.lang.reflect.InvocationTargetException;
import java.util.Optional;
import java.util.function.Supplier;

/** Runs the top level of a compiled script, which only registers its revision. */
public final class ScriptEvaluator {
  private final ScriptPlaces places;

  /**
   * @param file name in messages
   * @param text of the script, asked for only where a column is wanted
   */
  public ScriptEvaluator(String file, Supplier<String> text) {
    this.places = new ScriptPlaces(file, text);
  }

  /**
   * The definition; the source of its header is left as the script's base class gave it.
   *
   * @param script has a constructor that takes a {@link RevisionSink}
   * @throws MdbException with the place in the script
   */
  public RevisionDefinition define(Class<?> script) {
    return evaluate(script).definition;
  }

  /** The header, with its place in the script. Throws as {@link #define} does. */
  public Revision header(Class<?> script) {
    var registration = evaluate(script);
    var source = places.keyword(registration.line(), "revision");
    return registration.definition.header().from(source);
  }

  private Registration evaluate(Class<?> script) {
    var registration = new Registration(script);
    try {
      script.getConstructor(RevisionSink.class).newInstance(registration);
    } catch (InvocationTargetException e) {
      throw new MdbException(problem(script, e.getCause()), e.getCause());
    } catch (ReflectiveOperationException | LinkageError e) {
      throw new MdbException(failed(e).at(places.statement(0)), e);
    }
    if (registration.definition == null) throw new MdbException(noRevision());
    return registration;
  }

  private Problem problem(Class<?> script, Throwable thrown) {
    int line = line(script.getName(), thrown).orElse(0);
    if (thrown instanceof ScriptFault fault) {
      return Problem.of(Category.GRAPH, fault.code(), fault.getMessage())
          .at(places.keyword(line, fault.keyword()))
          .help(fault.help());
    }
    if (thrown instanceof MdbException known) {
      var first = known.problems().get(0);
      return first.at().isPresent() ? first : first.at(places.statement(line));
    }
    return failed(thrown).at(places.statement(line));
  }

  private static Problem failed(Throwable thrown) {
    String kind = thrown.getClass().getSimpleName();
    String message = thrown.getMessage() == null ? kind : kind + ": " + thrown.getMessage();
    return Problem.of(Category.GRAPH, "script-failed", message)
        .help("the top level of a script only registers its revision: move work into upgrade { }");
  }

  private Problem noRevision() {
    return Problem.of(Category.GRAPH, "no-revision", "no revision { } in the script")
        .at(places.keyword(1, "revision"))
        .help("begin it with: revision { id = \"…\" }");
  }

  /** The place of the innermost frame that belongs to the script. */
  Optional<Location> locate(Throwable thrown, String mainClass) {
    return line(mainClass, thrown).map(places::statement);
  }

  /** In the exception or in what caused it. A script has a package of its own. */
  private static Optional<Integer> line(String mainClass, Throwable thrown) {
    String scriptPackage = mainClass.substring(0, mainClass.lastIndexOf('.') + 1);
    int depth = 0;
    for (Throwable t = thrown; t != null && depth < 100; t = t.getCause(), depth++) {
      for (StackTraceElement frame : t.getStackTrace()) {
        if (frame.getClassName().startsWith(scriptPackage) && frame.getLineNumber() > 0) {
          return Optional.of(frame.getLineNumber());
        }
      }
    }
    return Optional.empty();
  }

  private static final class Registration implements RevisionSink {
    private final Class<?> script;
    private RevisionDefinition definition;
    private Throwable place;

    Registration(Class<?> script) {
      this.script = script;
    }

    @Override
    public void accept(RevisionDefinition given) {
      if (definition != null) throw second();
      definition = given;
      place = new Throwable();
    }

    int line() {
      return ScriptEvaluator.line(script.getName(), place).orElse(1);
    }

    private ScriptFault second() {
      return new ScriptFault(
          "several-revisions",
          "revision",
          "second revision { } in the script, the first is in line " + line(),
          "write one script for each revision");
    }
  }
}
