package dev.mdb.cli;

import dev.mdb.cli.completion.BashCompletion;
import dev.mdb.cli.completion.FishCompletion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes the texts of the archive that are made from the code and from its jars. Runs at build time
 * with the class path of mdb, and is not shipped.
 */
public final class Distribution {
  private Distribution() {}

  /**
   * Takes version, list of licences, tree of dependencies, rebuilt jar, licence texts, target, time
   * of the release.
   */
  public static void main(String[] arguments) throws IOException {
    var version = arguments[0];
    var listed = Path.of(arguments[1]);
    var tree = Path.of(arguments[2]);
    var rebuilt = Path.of(arguments[3]);
    var target = Files.createDirectories(Path.of(arguments[5]));
    var components = Components.on(System.getProperty("java.class.path"), listed, rebuilt);
    new Licenses(components, Path.of(arguments[4]), target).write();
    new BillOfMaterials(version, components).write(tree, target.resolve("bom.json"));
    new ManPages(version, arguments[6].substring(0, 10), target.resolve("man/man1")).write();
    writeCompletion(version, target.resolve("completion"));
  }

  private static void writeCompletion(String version, Path folder) throws IOException {
    var parser = new CommandLineParser(version);
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("mdb.bash"), BashCompletion.script(parser.completionModel()));
    Files.writeString(folder.resolve("_mdb"), BashCompletion.zshFile(parser.completionModel()));
    Files.writeString(folder.resolve("mdb.fish"), FishCompletion.script(parser.completionModel()));
  }
}
