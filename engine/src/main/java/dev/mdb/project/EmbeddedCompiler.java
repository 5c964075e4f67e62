package dev.mdb.project;

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
    return Extension.find(ScriptCompiler.class, "no-compiler", "compiles scripts").compile(request);
  }
}
