package dev.mdb.project;

/**
 * Turns scripts into classes and evaluates their headers. The engine knows no compiler: one is
 * given to it.
 */
public interface ScriptCompiler {
  /**
   * Changes whenever the same sources could give other classes: the build of the toolkit, of the
   * compiler, of the libraries that scripts see. Asked at every start, so it must not load a
   * compiler.
   */
  String fingerprint();

  /**
   * Compiles everything in one go. A broken script costs only itself: the others are in the result.
   *
   * @throws dev.mdb.error.MdbException when the compiler itself cannot run
   */
  CompileResult compile(CompileRequest request);

  /** The compiler on this process's class path, loaded when it is first needed. */
  static ScriptCompiler embedded() {
    return new EmbeddedCompiler();
  }
}
