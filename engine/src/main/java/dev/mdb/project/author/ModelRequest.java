package dev.mdb.project.author;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What {@code mdb models} is to write.
 *
 * @param out the folder of {@code Models.kt}, or a file that ends in {@code .kt}, absolute; empty =
 *     as configured
 * @param include patterns of tables, sequences and enum types, see {@link
 *     dev.mdb.schema.diff.NameFilter}; empty = all
 * @param exclude the same, taken away from what is included
 * @param packageName empty = none
 * @param force overwrite what is there
 */
public record ModelRequest(
    Optional<Path> out,
    List<String> include,
    List<String> exclude,
    Optional<String> packageName,
    boolean force) {
  public ModelRequest {
    include = List.copyOf(include);
    exclude = List.copyOf(exclude);
  }
}
