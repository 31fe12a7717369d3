package dev.vireo.internal.esx;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Asks once, and only when somebody wants to know. For use by one thread. */
public final class Memoized<T> implements Supplier<T> {

  private final Supplier<T> source;
  private @Nullable T value;

  public Memoized(Supplier<T> source) {
    this.source = source;
  }

  @Override
  public T get() {
    T known = value;
    if (known == null) {
      known = source.get();
      value = known;
    }
    return known;
  }
}
