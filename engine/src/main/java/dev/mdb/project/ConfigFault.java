package dev.mdb.project;

import java.util.List;
import java.util.Optional;

/**
 * Something wrong in the configuration, before its position is known.
 *
 * @param path keys from the top of the file down to the one at fault
 */
record ConfigFault(List<String> path, String code, String message, Optional<String> help) {
  ConfigFault {
    path = List.copyOf(path);
  }
}
