package dev.mdb.cli;

import dev.mdb.cli.report.TimeText;
import dev.mdb.cli.terminal.Pulse;
import dev.mdb.cli.terminal.Talk;
import dev.mdb.project.CompileRequest;
import dev.mdb.project.CompileResult;
import dev.mdb.project.ScriptCompiler;
import java.time.Duration;

/** Says that it compiles: that takes seconds in which nothing else is to be seen. */
record TalkingCompiler(ScriptCompiler compiler, Talk talk) implements ScriptCompiler {
  @Override
  public String fingerprint() {
    return compiler.fingerprint();
  }

  @Override
  public CompileResult compile(CompileRequest request) {
    var what = what(request);
    long began = System.nanoTime();
    try (var pulse = Pulse.prompt(talk, System::nanoTime).started()) {
      pulse.begin(elapsed -> "compiling " + what + "…" + age(elapsed));
      var result = compiler.compile(request);
      pulse.end();
      if (talk.draws() && result.problems().isEmpty())
        talk.say("compiled " + what + " in " + since(began));
      return result;
    }
  }

  private static String since(long began) {
    return TimeText.of(Duration.ofNanos(System.nanoTime() - began));
  }

  private static String age(Duration elapsed) {
    return elapsed.toSeconds() == 0 ? "" : " " + TimeText.inSeconds(elapsed);
  }

  private static String what(CompileRequest request) {
    int scripts = request.folders().stream().mapToInt(folder -> folder.scripts().size()).sum();
    return switch (scripts) {
      case 0 -> "models";
      case 1 -> "one script";
      default -> scripts + " scripts";
    };
  }
}
