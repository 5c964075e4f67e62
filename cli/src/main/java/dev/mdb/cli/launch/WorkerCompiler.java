package dev.mdb.cli.launch;

import dev.mdb.error.Category;
import dev.mdb.error.MdbException;
import dev.mdb.error.Problem;
import dev.mdb.project.ClassPathFingerprint;
import dev.mdb.project.CompileRequest;
import dev.mdb.project.CompileResult;
import dev.mdb.project.CompilerProtocol;
import dev.mdb.project.ScriptCompiler;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * The compiler in a process of its own, so that the command's JVM keeps a small class path and
 * starts fast. The worker ends when this process does, because its input ends then.
 *
 * <p>An archive of the compiler's classes more than halves the time of a small compile. Where it is
 * wanted and absent, the worker makes it after it has answered, which nobody waits for.
 */
public final class WorkerCompiler implements ScriptCompiler {
  private static final String MAIN = "dev.mdb.dsl.compiler.CompilerWorker";

  private final String classPath;
  private final Optional<Path> archive;
  private final boolean createArchive;

  /**
   * @param classPath of the worker, as in {@code java.class.path}
   * @param archive class-data archive made by this JDK with this class path
   * @param createArchive whether to make it when it is absent
   */
  public WorkerCompiler(String classPath, Optional<Path> archive, boolean createArchive) {
    this.classPath = classPath;
    this.archive = archive;
    this.createArchive = createArchive && archive.isPresent();
  }

  /**
   * As the launcher says: {@code mdb.compiler.classpath}, {@code mdb.compiler.archive} and {@code
   * mdb.compiler.archive.create}. Without a launcher, the compiler of this process.
   */
  public static ScriptCompiler fromLauncher() {
    String classPath = System.getProperty("mdb.compiler.classpath");
    if (classPath == null) return ScriptCompiler.embedded();
    var archive = Optional.ofNullable(System.getProperty("mdb.compiler.archive")).map(Path::of);
    boolean create = System.getProperty("mdb.compiler.archive.create") != null;
    return new WorkerCompiler(classPath, archive, create);
  }

  @Override
  public String fingerprint() {
    return ClassPathFingerprint.ofToolkit(classPath);
  }

  @Override
  public CompileResult compile(CompileRequest request) {
    boolean makesArchive = createArchive && archive.filter(this::isFresh).isEmpty();
    Process worker = start(makesArchive);
    boolean answered = false;
    try {
      var result = converse(worker, request);
      answered = true;
      return result;
    } finally {
      if (!answered || !makesArchive) worker.destroyForcibly();
    }
  }

  private Process start(boolean makesArchive) {
    try {
      return new ProcessBuilder(command(makesArchive)).redirectError(Redirect.INHERIT).start();
    } catch (IOException e) {
      throw failed("the compiler's process does not start: " + e.getMessage(), e);
    }
  }

  private List<String> command(boolean makesArchive) {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx1g"));
    // An archive that does not fit is left aside, without a word on the terminal.
    command.addAll(List.of("-Xshare:auto", "-Xlog:disable", "-Xlog:all=off"));
    if (makesArchive) {
      command.add("-XX:+RecordDynamicDumpInfo");
      command.add("-Dmdb.compiler.archive.create=" + archive.orElseThrow());
    } else {
      archive.filter(this::isFresh).ifPresent(a -> command.add("-XX:SharedArchiveFile=" + a));
    }
    command.addAll(List.of("-cp", classPath, MAIN));
    return command;
  }

  /** An archive made with other jars is refused, and slower than none. */
  private boolean isFresh(Path archive) {
    long made = archive.toFile().lastModified();
    for (String entry : classPath.split(File.pathSeparator)) {
      if (new File(entry).lastModified() >= made) return false;
    }
    return made > 0;
  }

  /** In a thread of its own: reading from a process cannot be interrupted. */
  private static CompileResult converse(Process worker, CompileRequest request) {
    var conversation = new FutureTask<>(() -> exchange(worker, request));
    var thread = new Thread(conversation, "compiler");
    thread.setDaemon(true);
    thread.start();
    try {
      return conversation.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      String message = "interrupted while scripts were compiled";
      throw new MdbException(Problem.of(Category.INTERRUPTED, "interrupted", message), e);
    } catch (ExecutionException e) {
      throw failed("the compiler's process broke off" + status(worker), e.getCause());
    }
  }

  private static CompileResult exchange(Process worker, CompileRequest request) throws IOException {
    CompilerProtocol.send(request, worker.getOutputStream());
    return CompilerProtocol.receiveResult(worker.getInputStream());
  }

  private static String status(Process worker) {
    return worker.isAlive() ? "" : " with status " + worker.exitValue();
  }

  private static MdbException failed(String message, Throwable cause) {
    return new MdbException(Problem.of(Category.FAILED, "compiler-failed", message), cause);
  }
}
