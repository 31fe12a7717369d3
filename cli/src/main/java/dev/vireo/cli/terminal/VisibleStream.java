package dev.vireo.cli.terminal;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A stream of UTF-8 through which all text goes to whoever may see it on a terminal: what is
 * printed becomes {@link VisibleText}. Bytes that are written instead stay as they are.
 */
public final class VisibleStream extends PrintStream {
  private final BooleanSupplier seen;

  private VisibleStream(OutputStream target, boolean flushes, BooleanSupplier seen) {
    super(target, flushes, StandardCharsets.UTF_8);
    this.seen = seen;
  }

  /** A stream for messages, which end on a terminal sooner or later, also by way of a file. */
  public static VisibleStream forMessages(OutputStream target) {
    return new VisibleStream(target, true, () -> true);
  }

  /**
   * A stream for data, which is not flushed by itself.
   *
   * @param seen whether the target is a terminal; only asked when it matters
   */
  public static VisibleStream forData(OutputStream target, BooleanSupplier seen) {
    return new VisibleStream(target, false, seen);
  }

  @Override
  public void print(@Nullable String text) {
    String all = String.valueOf(text);
    super.print(VisibleText.isHarmless(all) || !seen.getAsBoolean() ? all : VisibleText.of(all));
  }

  @Override
  public void print(char c) {
    print(String.valueOf(c));
  }

  @Override
  public void print(char[] text) {
    print(String.valueOf(text));
  }

  @Override
  public void print(@Nullable Object object) {
    print(String.valueOf(object));
  }
}
