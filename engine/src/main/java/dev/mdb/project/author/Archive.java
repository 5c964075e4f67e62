package dev.mdb.project.author;

import dev.mdb.error.Category;
import dev.mdb.error.MdbException;
import dev.mdb.error.Problem;
import dev.mdb.project.ProjectResource;
import dev.mdb.project.author.SquashRequest.OldScripts;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Where scripts go that have been replaced. */
record Archive(Optional<Path> folder) {
  private static final String NAME = "archive";

  /**
   * @param location where the scripts are now
   * @throws MdbException when a resource would still read them
   */
  static Archive of(OldScripts wanted, Path location, List<ProjectResource> resources) {
    if (!(wanted instanceof OldScripts.Archive archive)) return new Archive(Optional.empty());
    var folder = archive.folder().orElseGet(() -> location.resolveSibling(NAME)).normalize();
    for (var resource : resources) if (reads(resource, folder)) throw inside(resource, folder);
    return new Archive(Optional.of(folder));
  }

  private static boolean reads(ProjectResource resource, Path folder) {
    var config = resource.config();
    return config.locations().stream()
        .anyMatch(
            location -> config.recursive() ? folder.startsWith(location) : folder.equals(location));
  }

  private static MdbException inside(ProjectResource resource, Path folder) {
    var message = "resource '" + resource.name() + "' reads the scripts in " + folder;
    return new MdbException(
        Problem.of(Category.USAGE, "archive-is-read", message)
            .inResource(resource.name())
            .help("--archive names a folder outside of the locations, --delete keeps no copy"));
  }

  /** The copies to make of these scripts; none where nothing is kept. */
  List<FileChange.Copy> copies(List<Path> scripts) {
    return folder.stream().flatMap(to -> scripts.stream().map(script -> copy(script, to))).toList();
  }

  private static FileChange.Copy copy(Path script, Path to) {
    var copy = new FileChange.Copy(script, to.resolve(script.getFileName()));
    if (copy.clashes()) {
      throw new MdbException(NewFile.exists(copy.to()).help("--archive names another folder"));
    }
    return copy;
  }
}
