package dev.mdb.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Whether classes may be run from a place. The rule: nobody may be able to write there who could
 * not write the scripts, for a script can do all that a class can. So a place is good when it
 * belongs to this user, to root or to the owner of the scripts, and when further users may write to
 * it only where they may write to the folder of the scripts too.
 *
 * <p>A group that is the owner's alone (Debian's user private groups, with umask 002) counts as the
 * owner; in a folder with the sticky bit nobody can replace what belongs to somebody else. Where
 * files have no such owners and modes, every place is good.
 */
final class StoreTrust {
  private static final int GROUP_MAY_WRITE = 0020;
  private static final int OTHERS_MAY_WRITE = 0002;
  private static final int STICKY = 01000;
  private static final int ROOT = 0;
  private static final int NOBODY = -1;
  private static final Path THIS_PROCESS = Path.of("/proc/self");

  /** Numbers of the operating system. */
  private record Rights(int mode, int user, int group) {
    boolean has(int bits) {
      return (mode & bits) == bits;
    }
  }

  private final Path scripts;
  private final boolean known;
  private final int me;

  /**
   * @param scripts their folder
   */
  StoreTrust(Path scripts) {
    this.scripts = scripts;
    known = scripts.getFileSystem().supportedFileAttributeViews().contains("unix");
    me = known ? rights(THIS_PROCESS).map(Rights::user).orElse(NOBODY) : NOBODY;
  }

  /**
   * @param place a file or folder; one that is not there is good
   * @return why it is not to be used
   */
  Optional<String> objection(Path place) {
    if (!known) return Optional.empty();
    var rights = rights(place);
    if (rights.isEmpty()) return Optional.empty();
    return objection(place, rights.get());
  }

  private Optional<String> objection(Path place, Rights rights) {
    if (rights.user() != ROOT && !isOwn(place, rights) && !hasScripts(rights)) {
      return Optional.of(place + " belongs to another user");
    }
    if (rights.has(STICKY)) return Optional.empty();
    if (rights.has(OTHERS_MAY_WRITE) && !isOpen(OTHERS_MAY_WRITE)) {
      return Optional.of("every user can write to " + place);
    }
    if (rights.has(GROUP_MAY_WRITE) && !isOfOwnerAlone(place, rights) && !isOpenTo(rights)) {
      return Optional.of("other users, a group, can write to " + place);
    }
    return Optional.empty();
  }

  /** By number, which is there in a container without names too; else by name. */
  private boolean isOwn(Path place, Rights rights) {
    return rights.user() == me || System.getProperty("user.name").equals(name(place, "owner"));
  }

  private boolean hasScripts(Rights rights) {
    return rights(scripts).filter(each -> each.user() == rights.user()).isPresent();
  }

  private boolean isOpen(int bits) {
    return rights(scripts).filter(each -> each.has(bits) && !each.has(STICKY)).isPresent();
  }

  private boolean isOpenTo(Rights rights) {
    boolean sameGroup = rights(scripts).filter(each -> each.group() == rights.group()).isPresent();
    return sameGroup && isOpen(GROUP_MAY_WRITE);
  }

  /** The group has the owner's number or name. */
  private static boolean isOfOwnerAlone(Path place, Rights rights) {
    return rights.group() == rights.user() || name(place, "owner").equals(name(place, "group"));
  }

  private static String name(Path place, String of) {
    try {
      return String.valueOf(Files.getAttribute(place, "posix:" + of));
    } catch (IOException | RuntimeException unknown) {
      return "the " + of;
    }
  }

  /** Empty when the place is not there, or nobody may look at it. */
  private static Optional<Rights> rights(Path place) {
    try {
      Map<String, Object> numbers = Files.readAttributes(place, "unix:mode,uid,gid");
      return Optional.of(
          new Rights(
              (Integer) numbers.get("mode"),
              (Integer) numbers.get("uid"),
              (Integer) numbers.get("gid")));
    } catch (IOException | RuntimeException unknown) {
      return Optional.empty();
    }
  }
}
