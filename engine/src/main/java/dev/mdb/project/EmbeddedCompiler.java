package dev.mdb.project;

import dev.mdb.error.Category;
import dev.mdb.error.MdbException;
import dev.mdb.error.Problem;
import java.util.ServiceLoader;

/**
 * The compiler on this process's class path. It is looked up when something must be compiled and
 * not before, so that an application whose scripts are all in the store loads none of it.
 */
final class EmbeddedCompiler implements ScriptCompiler {
  @Override
  public String fingerprint() {
    return ClassPathFingerprint.ofToolkit(System.getProperty("java.class.path", ""));
  }

  @Override
  public CompileResult compile(CompileRequest request) {
    return ServiceLoader.load(ScriptCompiler.class, ScriptCompiler.class.getClassLoader())
        .findFirst()
        .orElseThrow(EmbeddedCompiler::absent)
        .compile(request);
  }

  private static MdbException absent() {
    String message = "scripts have to be compiled, and there is no compiler on the class path";
    return new MdbException(
        Problem.of(Category.FAILED, "no-compiler", message)
            .help("add the artifact dev.mdb:mdb-dsl, or run `mdb compile` beforehand"));
  }
}
