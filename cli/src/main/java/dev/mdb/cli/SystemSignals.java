package dev.mdb.cli;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;

/**
 * Ctrl-C, and what {@code kill} sends. A shutdown hook would not do: while hooks run, a second
 * signal has no effect. What does ({@code sun.misc.Signal}, of the module jdk.unsupported) is
 * called by reflection, because the compiler warns of it whatever it is told.
 */
final class SystemSignals implements Host.Signals {
  private static final List<String> NAMES = List.of("INT", "TERM");
  private static final int INTERRUPTED = 130;

  @Override
  public Host.Listening listen(Runnable stop, Runnable end) {
    var before = new ArrayList<Runnable>();
    try {
      var api = new Api();
      var handler = api.handler(new Presses(stop, end)::press);
      for (var name : NAMES) {
        var old = api.handle(name, handler);
        before.add(() -> restore(api, name, old));
      }
    } catch (ReflectiveOperationException refused) {
      // A JVM without it, or one that leaves signals alone (-Xrs): it ends at once, as always.
    }
    return () -> before.forEach(Runnable::run);
  }

  private static void restore(Api api, String name, Object old) {
    try {
      api.handle(name, old);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** {@code sun.misc.Signal}. */
  private static final class Api {
    private final Class<?> signal = Class.forName("sun.misc.Signal");
    private final Class<?> handler = Class.forName("sun.misc.SignalHandler");
    private final Method handle = signal.getMethod("handle", signal, handler);

    Api() throws ReflectiveOperationException {}

    Object handler(Runnable action) {
      return Proxy.newProxyInstance(
          SystemSignals.class.getClassLoader(),
          new Class<?>[] {handler},
          (proxy, method, arguments) -> {
            action.run();
            return null;
          });
    }

    /**
     * @return the handler that was there
     */
    Object handle(String name, Object wanted) throws ReflectiveOperationException {
      return handle.invoke(null, signal.getConstructor(String.class).newInstance(name), wanted);
    }
  }

  /** The first asks, the second does not. */
  private static final class Presses {
    private final Runnable stop;
    private final Runnable end;
    private boolean stopping;

    Presses(Runnable stop, Runnable end) {
      this.stop = stop;
      this.end = end;
    }

    void press() {
      if (isFirst()) {
        stop.run();
        return;
      }
      end.run();
      Runtime.getRuntime().halt(INTERRUPTED);
    }

    private synchronized boolean isFirst() {
      boolean first = !stopping;
      stopping = true;
      return first;
    }
  }
}
