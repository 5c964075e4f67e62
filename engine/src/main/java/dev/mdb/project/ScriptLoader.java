package dev.mdb.project;

import java.util.Optional;
import java.util.function.Function;

/**
 * Defines classes from bytes that are at hand: those of one location, or of one run of the
 * compiler.
 */
public final class ScriptLoader extends ClassLoader {
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

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    byte[] bytes = classes.apply(name).orElseThrow(() -> new ClassNotFoundException(name));
    return defineClass(name, bytes, 0, bytes.length);
  }
}
