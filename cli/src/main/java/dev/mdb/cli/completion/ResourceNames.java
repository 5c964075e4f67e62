package dev.mdb.cli.completion;

import java.util.List;

/**
 * The names for {@code -n}: read by the shell from the nearest {@code mdb.toml}, because a press of
 * a key should not start a JVM. Without such a file, or with a broken one, there are fewer names or
 * none, and no message.
 */
public final class ResourceNames {
  /** Stands in picocli's model for the names that only the shell can know. */
  public static final List<String> WANTED = List.of("_mdb_resources");

  static final String BASH_FUNCTION =
      """
      # The resources of the nearest mdb.toml, from here upwards.
      function _mdb_resources() {
        local folder=$PWD
        while [ -n "$folder" ] && ! [ -f "$folder/mdb.toml" ]; do folder=${folder%/*}; done
        [ -f "$folder/mdb.toml" ] && sed -n 's/^ *\\[resources\\.\\([A-Za-z0-9_-]*\\)\\].*/\\1/p' "$folder/mdb.toml"
      }
      """;

  static final String FISH_FUNCTION =
      """
      # The resources of the nearest mdb.toml, from here upwards.
      function _mdb_resources
          set -l folder $PWD
          while test -n "$folder"; and not test -f "$folder/mdb.toml"
              set folder (string replace -r '/[^/]*$' '' -- $folder)
          end
          test -f "$folder/mdb.toml"
          and string replace -rf '^ *\\\\[resources\\\\.([A-Za-z0-9_-]+)\\\\].*' '$1' <"$folder/mdb.toml"
      end
      """;

  private ResourceNames() {}
}
