package dev.mdb.cli;

import dev.mdb.project.CompileRequest;
import dev.mdb.project.CompileResult;
import dev.mdb.project.ScriptCompiler;
import java.util.function.Consumer;

/** Says that it compiles: that takes seconds in which nothing else is to be seen. */
record TalkingCompiler(ScriptCompiler compiler, Consumer<String> talk) implements ScriptCompiler {
  @Override
  public String fingerprint() {
    return compiler.fingerprint();
  }

  @Override
  public CompileResult compile(CompileRequest request) {
    int scripts = request.folders().stream().mapToInt(folder -> folder.scripts().size()).sum();
    talk.accept(
        switch (scripts) {
          case 0 -> "compiling models…";
          case 1 -> "compiling one script…";
          default -> "compiling " + scripts + " scripts…";
        });
    return compiler.compile(request);
  }
}
