package dev.vireo.cli;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Turns Ctrl-C, and other signals that end the program, into a note that can be asked for, while
 * something goes on that must be wound up.
 *
 * <p>Java has no public way to do so. A shutdown hook comes too late: by then the connection logs
 * out. So this reaches by reflection for {@code sun.misc.Signal} of the module {@code
 * jdk.unsupported}, which is kept for this use (JEP 260); where it is missing, a signal just ends
 * the process. A signal that the process was started to ignore, as with {@code nohup}, stays
 * ignored.
 */
final class InterruptSignal implements AutoCloseable {
  private static final String SIGNAL = "sun.misc.Signal";
  private static final String HANDLER = "sun.misc.SignalHandler";

  private final Map<EndSignal, Object> previous = new EnumMap<>(EndSignal.class);
  private final Predicate<EndSignal> counts;
  private final Runnable action;
  private final AtomicReference<@Nullable EndSignal> raised = new AtomicReference<>();

  private InterruptSignal(Set<EndSignal> signals, Runnable action) {
    this(signals, signal -> true, action);
  }

  private InterruptSignal(Set<EndSignal> signals, Predicate<EndSignal> counts, Runnable action) {
    this.counts = counts;
    this.action = action;
    signals.forEach(this::install);
  }

  /** Catches Ctrl-C from now on. */
  static InterruptSignal caught() {
    return new InterruptSignal(EnumSet.of(EndSignal.INT), () -> {});
  }

  /**
   * Catches all of these signals from now on.
   *
   * @param action what to do each time, on a thread of the JVM
   */
  static InterruptSignal allCaught(Runnable action) {
    return new InterruptSignal(EnumSet.allOf(EndSignal.class), action);
  }

  /**
   * Catches all of these signals from now on, and takes no notice of Ctrl-C, which is for somebody
   * else.
   *
   * @param action what to do for each of the others, on a thread of the JVM
   */
  static InterruptSignal endsCaught(Runnable action) {
    return new InterruptSignal(EnumSet.allOf(EndSignal.class), EndSignal::endsProcess, action);
  }

  /** Leaves the signals alone, for runs inside of another program. */
  static InterruptSignal leftAlone() {
    return new InterruptSignal(EnumSet.noneOf(EndSignal.class), () -> {});
  }

  /** Whether the user wants to stop. */
  boolean isRaised() {
    return raised.get() != null;
  }

  /** The first signal that came; null while there was none. */
  @Nullable EndSignal raised() {
    return raised.get();
  }

  private void install(EndSignal signal) {
    try {
      Class<?> handlerType = Class.forName(HANDLER);
      Object handler =
          Proxy.newProxyInstance(
              handlerType.getClassLoader(),
              new Class<?>[] {handlerType},
              (proxy, method, arguments) -> handle(signal, proxy, method, arguments));
      previous.put(signal, set(signal, handler));
    } catch (ReflectiveOperationException e) {
      // The signal ends the process, as it did before.
    }
  }

  @SuppressWarnings("ReferenceEquality") // a handler equals itself only
  private @Nullable Object handle(
      EndSignal signal, Object proxy, Method method, Object @Nullable [] arguments) {
    return switch (method.getName()) {
      case "handle" -> {
        if (counts.test(signal)) {
          raised.compareAndSet(null, signal);
          action.run();
        }
        yield null;
      }
      case "equals" -> arguments != null && proxy == arguments[0];
      case "hashCode" -> System.identityHashCode(proxy);
      default -> "InterruptSignal";
    };
  }

  private static Object set(EndSignal signal, Object handler) throws ReflectiveOperationException {
    Class<?> signalType = Class.forName(SIGNAL);
    Object named = signalType.getConstructor(String.class).newInstance(signal.name());
    Method handle = signalType.getMethod("handle", signalType, Class.forName(HANDLER));
    return handle.invoke(null, named, handler);
  }

  /** Lets the signals do again what they did before. */
  @Override
  public void close() {
    previous.forEach((signal, handler) -> {
      try {
        set(signal, handler);
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException("the signal %s cannot be given back".formatted(signal), e);
      }
    });
  }
}
