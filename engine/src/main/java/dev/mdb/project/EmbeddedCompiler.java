package dev.mdb.project;

import dev.mdb.error.Category;
import dev.mdb.error.MdbException;
import dev.mdb.error.Problem;
import java.util.ServiceConfigurationError;

/**
 * The compiler on this process's class path. It is looked up when something must be compiled and
 * not before, so that an application whose scripts are all in the store needs none.
 */
final class EmbeddedCompiler implements ScriptCompiler {
  private final String fingerprint = ToolkitId.read();

  @Override
  public String fingerprint() {
    return fingerprint;
  }

  @Override
  public CompileResult compile(CompileRequest request) {
    try {
      return Extension.find(ScriptCompiler.class, "no-compiler", "compiles scripts")
          .compile(request);
    } catch (LinkageError | ServiceConfigurationError incomplete) {
      throw new MdbException(noCompiler(request, incomplete), incomplete);
    }
  }

  private static Problem noCompiler(CompileRequest request, Error reason) {
    int files =
        request.folders().stream().mapToInt(f -> f.scripts().size() + f.helpers().size()).sum();
    var message =
        (files == 1 ? "1 file is" : files + " files are")
            + " to be compiled, and there is no Kotlin compiler that works in this process ("
            + reason
            + ")";
    return Problem.of(Category.FAILED, "no-compiler", message)
        .help(
            "add the artifact org.jetbrains.kotlin:kotlin-scripting-jvm-host; or compile the"
                + " scripts beforehand with 'mdb compile', and carry its folder along");
  }
}
