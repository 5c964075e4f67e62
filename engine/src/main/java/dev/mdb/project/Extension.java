package dev.mdb.project;

import dev.mdb.error.Category;
import dev.mdb.error.MdbException;
import dev.mdb.error.Problem;
import java.util.ServiceLoader;

/**
 * What the engine does not know itself, the language of scripts above all: whoever does is found on
 * the class path.
 */
public final class Extension {
  private Extension() {}

  /**
   * @param code of the problem when there is none
   * @param what it does: {@code reads models}
   */
  public static <T> T find(Class<T> service, String code, String what) {
    return ServiceLoader.load(service, service.getClassLoader())
        .findFirst()
        .orElseThrow(() -> absent(code, "there is nothing on the class path that " + what));
  }

  private static MdbException absent(String code, String message) {
    return new MdbException(
        Problem.of(Category.FAILED, code, message).help("add the artifact dev.mdb:mdb-dsl"));
  }
}
