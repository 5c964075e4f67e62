package dev.mdb.cli.launch;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import dev.mdb.error.Category;
import dev.mdb.error.MdbException;
import dev.mdb.error.Problem;
import dev.mdb.project.CompileRequest;
import dev.mdb.project.CompileResult;
import dev.mdb.project.CompilerProtocol;
import dev.mdb.project.ScriptCompiler;
import dev.mdb.project.ToolkitId;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;

/**
 * The compiler in a process of its own, so that the command's JVM keeps a small class path and
 * starts fast. The worker ends when this process does, because its input ends then.
 *
 * <p>An archive of the compiler's classes halves the time of a small compile, see {@link
 * ClassArchive}.
 */
public final class WorkerCompiler implements ScriptCompiler {
  private static final String MAIN = "dev.mdb.dsl.compiler.CompilerWorker";
  private static final int LONGEST_DUMP_SECONDS = 120;

  private final String classPath;
  private final Optional<ClassArchive> archive;
  private final Optional<String> toolkit;

  /**
   * @param classPath of the worker, as in {@code java.class.path}
   * @param archives folder where the archive is, when there is one
   * @param toolkit its id, when that is known without looking
   */
  public WorkerCompiler(String classPath, Optional<Path> archives, Optional<String> toolkit) {
    this.classPath = classPath;
    this.archive = archives.map(WorkerCompiler::archiveIn);
    this.toolkit = toolkit;
  }

  /**
   * As the launcher says: {@code mdb.compiler.classpath}, {@code mdb.archives} and {@code
   * mdb.toolkit}. Without a launcher, the compiler of this process.
   */
  public static ScriptCompiler fromLauncher() {
    String classPath = System.getProperty("mdb.compiler.classpath");
    if (classPath == null) return ScriptCompiler.embedded();
    var archives = Optional.ofNullable(System.getProperty("mdb.archives")).map(Path::of);
    return new WorkerCompiler(
        classPath, archives, Optional.ofNullable(System.getProperty("mdb.toolkit")));
  }

  private static ClassArchive archiveIn(Path folder) {
    return ClassArchive.in(folder, "compiler");
  }

  @Override
  public String fingerprint() {
    return toolkit.orElseGet(ToolkitId::read);
  }

  @Override
  public CompileResult compile(CompileRequest request) {
    var used = archive.filter(each -> each.isNewerThan(classPath));
    try {
      return compile(request, used.map(ClassArchive::use));
    } catch (MdbException failure) {
      if (used.isEmpty() || Thread.currentThread().isInterrupted()) throw failure;
      // A damaged archive takes the worker down: whoever compiles without it does not need it.
      var result = compile(request, Optional.empty());
      used.get().file().toFile().delete();
      return result;
    }
  }

  private CompileResult compile(CompileRequest request, Optional<String> archiveOption) {
    Process worker = start(archiveOption);
    try {
      return converse(worker, request);
    } finally {
      worker.destroyForcibly();
    }
  }

  /**
   * The same by a worker that leaves the classes it used as the archive, which takes some seconds
   * more. Where that fails, there is no archive.
   *
   * @param archives folder, must exist
   */
  public CompileResult compileForArchive(CompileRequest request, Path archives) {
    var wanted = archiveIn(archives);
    var draft = wanted.draft();
    Process worker = start(Optional.of(draft.make()));
    try {
      var result = converse(worker, request);
      boolean ended = worker.waitFor(LONGEST_DUMP_SECONDS, TimeUnit.SECONDS);
      if (ended && worker.exitValue() == 0) {
        Files.move(draft.file(), wanted.file(), ATOMIC_MOVE, REPLACE_EXISTING);
      }
      return result;
    } catch (IOException | InterruptedException e) {
      throw failed("no archive was made: " + e, e);
    } finally {
      worker.destroyForcibly();
    }
  }

  private Process start(Optional<String> archiveOption) {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(ClassArchive.options());
    // Level 1 has 48 MB for code, which thousands of scripts fill.
    command.addAll(List.of("-Xmx1g", "-XX:ReservedCodeCacheSize=128m"));
    // Not into the folder of whoever calls mdb.
    command.add("-XX:ErrorFile=" + Path.of(System.getProperty("java.io.tmpdir"), "mdb-%p.log"));
    archiveOption.ifPresent(command::add);
    command.addAll(List.of("-cp", classPath, MAIN));
    try {
      return new ProcessBuilder(command).redirectError(Redirect.INHERIT).start();
    } catch (IOException e) {
      throw failed("the compiler's process does not start: " + e.getMessage(), e);
    }
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
      throw new MdbException(Problem.interrupted("interrupted while scripts were compiled"), e);
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
