package dev.mdb.project.author;

import dev.mdb.error.Category;
import dev.mdb.error.MdbException;
import dev.mdb.error.Problem;
import dev.mdb.project.ProjectResource;
import dev.mdb.project.ScriptEntry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The folder that a new script goes to: one that is read for scripts. */
final class TargetFolder {
  private final ProjectResource resource;

  TargetFolder(ProjectResource resource) {
    this.resource = resource;
  }

  /** The one asked for, else the location of the first parent, else the only location. */
  Path of(Optional<Path> wanted, List<String> parents) {
    if (wanted.isPresent()) return checked(wanted.get());
    var locations = resource.config().locations();
    if (locations.size() == 1) return locations.get(0);
    return parents.stream()
        .findFirst()
        .flatMap(resource.scripts()::entry)
        .map(ScriptEntry::path)
        .flatMap(script -> locations.stream().filter(script::startsWith).findFirst())
        .orElseThrow(() -> refused("there are several locations"));
  }

  private Path checked(Path wanted) {
    var folder = wanted.toAbsolutePath().normalize();
    var config = resource.config();
    var isRead =
        config.locations().stream()
            .anyMatch(
                place -> config.recursive() ? folder.startsWith(place) : folder.equals(place));
    if (isRead) return folder;
    var absent = Files.exists(folder) ? "" : ", and is not there";
    throw refused(wanted + " is no location of resource '" + resource.name() + "'" + absent);
  }

  private MdbException refused(String message) {
    var locations =
        resource.config().locations().stream()
            .map(Path::toString)
            .collect(Collectors.joining(", "));
    return new MdbException(
        Problem.of(Category.USAGE, "bad-version-path", message)
            .help(
                "--version-path is one of "
                    + locations
                    + "; add another folder to `locations` first"));
  }
}
