package dev.mdb.project;

import dev.mdb.error.Category;
import dev.mdb.error.Location;
import dev.mdb.error.Problem;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;

/**
 * What the command and the compiler's process say to each other: a request, then a result, each as
 * a length (four bytes) and that many bytes. Both sides are of the same build, so the format
 * carries no version.
 */
public final class CompilerProtocol {
  private CompilerProtocol() {}

  public static void send(CompileRequest request, OutputStream to) throws IOException {
    var out = new BinaryWriter();
    out.list(request.folders(), CompilerProtocol::writeFolder);
    out.strings(request.classPath().stream().map(Path::toString).toList());
    sendMessage(out, to);
  }

  public static CompileRequest receiveRequest(InputStream from) throws IOException {
    var in = receiveMessage(from);
    return new CompileRequest(
        in.list(CompilerProtocol::readFolder), in.list(reader -> Path.of(reader.string())));
  }

  public static void send(CompileResult result, OutputStream to) throws IOException {
    var out = new BinaryWriter();
    out.list(result.folders(), CompilerProtocol::writeResult);
    out.list(result.problems(), CompilerProtocol::writeProblem);
    sendMessage(out, to);
  }

  public static CompileResult receiveResult(InputStream from) throws IOException {
    var in = receiveMessage(from);
    return new CompileResult(
        in.list(CompilerProtocol::readResult), in.list(CompilerProtocol::readProblem));
  }

  private static void sendMessage(BinaryWriter message, OutputStream to) throws IOException {
    byte[] bytes = message.toByteArray();
    var out = new DataOutputStream(to);
    out.writeInt(bytes.length);
    out.write(bytes);
    out.flush();
  }

  private static BinaryReader receiveMessage(InputStream from) throws IOException {
    var in = new DataInputStream(from);
    int length = in.readInt();
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) throw new IOException("the message was cut short");
    return new BinaryReader(bytes);
  }

  private static void writeFolder(BinaryWriter out, CompileRequest.Folder folder) {
    out.string(folder.key());
    out.list(folder.scripts(), CompilerProtocol::writeSource);
    out.list(folder.helpers(), CompilerProtocol::writeSource);
  }

  private static CompileRequest.Folder readFolder(BinaryReader in) {
    return new CompileRequest.Folder(
        in.string(), in.list(CompilerProtocol::readSource), in.list(CompilerProtocol::readSource));
  }

  private static void writeSource(BinaryWriter out, CompileRequest.Source source) {
    out.string(source.path());
    out.string(source.file());
    out.string(source.text());
  }

  private static CompileRequest.Source readSource(BinaryReader in) {
    return new CompileRequest.Source(in.string(), in.string(), in.string());
  }

  private static void writeResult(BinaryWriter out, CompileResult.Folder folder) {
    out.string(folder.key());
    out.list(folder.scripts(), CompilerProtocol::writeScript);
    out.blobs(folder.helpers());
  }

  private static CompileResult.Folder readResult(BinaryReader in) {
    return new CompileResult.Folder(in.string(), in.list(CompilerProtocol::readScript), in.blobs());
  }

  private static void writeScript(BinaryWriter out, CompileResult.Script script) {
    out.string(script.path());
    out.string(script.header().source().file());
    HeaderCodec.write(out, script.header());
    out.string(script.mainClass());
    out.blobs(script.classes());
  }

  private static CompileResult.Script readScript(BinaryReader in) {
    return new CompileResult.Script(
        in.string(), HeaderCodec.read(in, in.string()), in.string(), in.blobs());
  }

  private static void writeProblem(BinaryWriter out, Problem problem) {
    out.string(problem.category().name());
    out.string(problem.code());
    out.string(problem.message());
    out.optional(problem.at(), CompilerProtocol::writeLocation);
    out.optional(problem.help(), BinaryWriter::string);
  }

  private static Problem readProblem(BinaryReader in) {
    var problem = Problem.of(Category.valueOf(in.string()), in.string(), in.string());
    var at = in.optional(CompilerProtocol::readLocation);
    var help = in.optional(BinaryReader::string);
    var located = at.map(problem::at).orElse(problem);
    return help.map(located::help).orElse(located);
  }

  private static void writeLocation(BinaryWriter out, Location location) {
    out.string(location.file());
    out.integer(location.line());
    out.integer(location.column());
  }

  private static Location readLocation(BinaryReader in) {
    return new Location(in.string(), in.integer(), in.integer());
  }
}
