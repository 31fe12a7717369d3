package dev.vireo.cli;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;

/**
 * Turns Ctrl-C into a note that can be asked for, while something goes on that must be wound up.
 *
 * <p>Java has no public way to do so. A shutdown hook comes too late: by then the connection logs
 * out. So this reaches by reflection for {@code sun.misc.Signal} of the module {@code
 * jdk.unsupported}, which is kept for this use (JEP 260); where it is missing, Ctrl-C just ends the
 * process.
 */
final class InterruptSignal implements AutoCloseable {
  private static final String SIGNAL = "sun.misc.Signal";
  private static final String HANDLER = "sun.misc.SignalHandler";

  private final @Nullable Object previous;
  private final Runnable action;
  private volatile boolean raised;

  private InterruptSignal(boolean catchable, Runnable action) {
    this.action = action;
    this.previous = catchable ? install() : null;
  }

  /** Catches the signal from now on. */
  static InterruptSignal caught() {
    return caught(() -> {});
  }

  /**
   * Catches the signal from now on.
   *
   * @param action what to do each time, on a thread of the JVM
   */
  static InterruptSignal caught(Runnable action) {
    return new InterruptSignal(true, action);
  }

  /** Leaves the signal alone, for runs inside of another program. */
  static InterruptSignal leftAlone() {
    return new InterruptSignal(false, () -> {});
  }

  /** Whether the user wants to stop. */
  boolean isRaised() {
    return raised;
  }

  private @Nullable Object install() {
    try {
      Class<?> handlerType = Class.forName(HANDLER);
      Object handler =
          Proxy.newProxyInstance(
              handlerType.getClassLoader(),
              new Class<?>[] {handlerType},
              (proxy, method, arguments) -> handle(proxy, method, arguments));
      return set(handler);
    } catch (ReflectiveOperationException e) {
      return null;
    }
  }

  @SuppressWarnings("ReferenceEquality") // a handler equals itself only
  private @Nullable Object handle(Object proxy, Method method, Object @Nullable [] arguments) {
    return switch (method.getName()) {
      case "handle" -> {
        raised = true;
        action.run();
        yield null;
      }
      case "equals" -> arguments != null && proxy == arguments[0];
      case "hashCode" -> System.identityHashCode(proxy);
      default -> "InterruptSignal";
    };
  }

  private static @Nullable Object set(Object handler)
      throws ReflectiveOperationException, InvocationTargetException {
    Class<?> signalType = Class.forName(SIGNAL);
    Object signal = signalType.getConstructor(String.class).newInstance("INT");
    Method handle = signalType.getMethod("handle", signalType, Class.forName(HANDLER));
    return handle.invoke(null, signal, handler);
  }

  /** Lets the signal do again what it did before. */
  @Override
  public void close() {
    if (previous != null) {
      try {
        set(previous);
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException("Ctrl-C cannot be given back", e);
      }
    }
  }
}
