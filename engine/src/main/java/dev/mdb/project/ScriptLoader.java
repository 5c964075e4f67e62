package dev.mdb.project;

import java.util.Optional;
import java.util.function.Function;

/**
 * Defines classes from bytes that are at hand: those of one location, or of one run of the
 * compiler.
 */
public final class ScriptLoader extends ClassLoader {
  /** Where the compiler puts scripts, and helpers that name no package. */
  public static final String PACKAGE = "dev.mdb.script";

  static {
    registerAsParallelCapable();
  }

  private final Function<String, Optional<byte[]>> classes;

  /**
   * @param classes bytes by binary name
   */
  public ScriptLoader(ClassLoader parent, Function<String, Optional<byte[]>> classes) {
    super(parent);
    this.classes = classes;
  }

  /** The parent would look for a script's class in every jar, and throw. */
  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (!name.startsWith(PACKAGE)) return super.loadClass(name, resolve);
    synchronized (getClassLoadingLock(name)) {
      var loaded = findLoadedClass(name);
      return loaded == null ? findClass(name) : loaded;
    }
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    byte[] bytes = classes.apply(name).orElseThrow(() -> new ClassNotFoundException(name));
    return defineClass(name, bytes, 0, bytes.length);
  }
}
